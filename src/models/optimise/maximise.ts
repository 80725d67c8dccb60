import { times, type Matrix } from './matrix';

/** A smooth function to be made as large as it can be: its value at u, its gradient written into the second argument. */
export type Objective = (u: Float64Array, gradient: Float64Array) => number;

export interface Maximum {
  u: Float64Array;
  value: number;
  gradient: Float64Array;
  /** An estimate of −H⁻¹, positive definite. */
  inverse: Matrix;
  evaluations: number;
}

/** In log space a step of 1.5 is a factor of 4.5: further, a flat likelihood throws the search away. */
const LONGEST_STEP = 1.5;
const MOST_STEPS = 200;

export const largest = (v: ArrayLike<number>): number => {
  let most = 0;
  for (let i = 0; i < v.length; i++) most = Math.max(most, Math.abs(v[i]!));
  return most;
};

/**
 * Broyden, Fletcher, Goldfarb and Shanno's method with a halving line search. Ends where the largest part of the gradient
 * is below `tolerance`, or where no step goes up any more; whether that is a maximum is judged by whoever asked.
 */
export function maximise(
  objective: Objective,
  start: ArrayLike<number>,
  { tolerance = 1e-7, inverse: known }: { tolerance?: number; inverse?: Matrix } = {},
): Maximum {
  const size = start.length;
  let inverse: Matrix = known ? Float64Array.from(known) : identity(size);
  let isFresh = !known;
  let u = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = objective(u, gradient);
  let evaluations = 1;
  for (let step = 0; step < MOST_STEPS && largest(gradient) > tolerance; step++) {
    let direction = times(inverse, gradient, size);
    let slope = dot(direction, gradient);
    if (!(slope > 0)) {
      inverse = identity(size);
      isFresh = true;
      direction = Float64Array.from(gradient);
      slope = dot(gradient, gradient);
    }
    let length = Math.min(1, LONGEST_STEP / largest(direction));
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let found = -Infinity;
    for (; length > 1e-12; length /= found > -Infinity ? 2 : 4) {
      for (let i = 0; i < size; i++) next[i] = u[i]! + length * direction[i]!;
      found = objective(next, nextGradient);
      evaluations++;
      // Close to the top the gain drowns in rounding: a smaller gradient is then enough.
      const isUp = found >= value + 1e-4 * length * slope;
      if (isUp || (found > value - 1e-12 * Math.abs(value) && largest(nextGradient) < largest(gradient)))
        break;
      if (!Number.isFinite(found)) found = -Infinity;
    }
    if (length <= 1e-12) {
      if (isFresh) break;
      inverse = identity(size);
      isFresh = true;
      continue;
    }
    const moved = next.map((at, i) => at - u[i]!);
    const turned = nextGradient.map((at, i) => gradient[i]! - at);
    if (update(inverse, moved, turned, isFresh)) isFresh = false;
    [u, gradient, value] = [next, nextGradient, found];
  }
  return { u, value, gradient, inverse, evaluations };
}

/** −H by central differences of the gradient, made symmetric. */
export function curvature(objective: Objective, u: Float64Array, width = 1e-4): Matrix {
  const size = u.length;
  const found = new Float64Array(size * size);
  const [up, down, at] = [new Float64Array(size), new Float64Array(size), Float64Array.from(u)];
  for (let i = 0; i < size; i++) {
    at[i] = u[i]! + width;
    objective(at, up);
    at[i] = u[i]! - width;
    objective(at, down);
    at[i] = u[i]!;
    for (let j = 0; j < size; j++) found[i * size + j] = (down[j]! - up[j]!) / (2 * width);
  }
  return found.map((value, at) => (value + found[(at % size) * size + Math.floor(at / size)]!) / 2);
}

/** The new estimate of the inverse in place; false where the step says nothing about it. */
function update(inverse: Matrix, moved: Float64Array, turned: Float64Array, isFresh: boolean): boolean {
  const size = moved.length;
  const along = dot(moved, turned);
  if (!(along > 1e-16 * dot(turned, turned))) return false;
  if (isFresh) {
    const scale = along / dot(turned, turned);
    for (let i = 0; i < size; i++) inverse[i * size + i]! *= scale;
  }
  const across = times(inverse, turned, size);
  const factor = (1 + dot(turned, across) / along) / along;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      inverse[i * size + j]! +=
        factor * moved[i]! * moved[j]! - (across[i]! * moved[j]! + moved[i]! * across[j]!) / along;
  return true;
}

function identity(size: number): Matrix {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
