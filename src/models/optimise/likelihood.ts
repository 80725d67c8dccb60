import type { Matrix } from './matrix';

/** How a parameter is searched for: `log` where it is above 0, `plain` where it may be anything. */
export type Scale = 'log' | 'plain';

/** The log-likelihood of some data as a function of a model's parameters θ. */
export interface Likelihood {
  /** Names of the parameters, in order. */
  names: readonly string[];
  scales: readonly Scale[];
  /** Sum of the weights of the data. */
  customers: number;
  /** The log-likelihood at θ, summed over customers; its derivatives by θ are written into `gradient`. */
  evaluate(theta: Float64Array, gradient: Float64Array): number;
  /** Σ s sᵀ over customers, s being the derivatives of one customer's log-likelihood by θ. */
  scatter(theta: Float64Array): Matrix;
}

/** Add weight × s sᵀ to a matrix, its upper half only; `mirror` completes it. */
export function addOuter(matrix: Matrix, s: Float64Array, weight: number, size: number): void {
  for (let i = 0; i < size; i++) {
    const scaled = weight * s[i]!;
    for (let j = i; j < size; j++) matrix[i * size + j]! += scaled * s[j]!;
  }
}

export function mirror(matrix: Matrix, size: number): Matrix {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i]!;
  return matrix;
}
