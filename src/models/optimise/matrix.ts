/** Small square matrices, row after row in one array. */
export type Matrix = Float64Array;

/** The inverse of a positive definite matrix by Cholesky's factors; null where it is not positive definite. */
export function inverseOfPositive(matrix: Matrix, size: number): Matrix | null {
  const lower = cholesky(matrix, size);
  if (!lower) return null;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const unit = Float64Array.from({ length: size }, (_, i) => (i === column ? 1 : 0));
    const x = substituted(lower, unit, size);
    for (let i = 0; i < size; i++) inverse[i * size + column] = x[i]!;
  }
  return inverse;
}

/** Pivots below this are rounding: the system has no single answer. */
const LEAST_PIVOT = 1e-12;

/** The x of M x = v for a positive definite M; null where it has no single answer. */
export function solvePositive(matrix: Matrix, v: ArrayLike<number>, size: number): Float64Array | null {
  const lower = cholesky(matrix, size);
  if (!lower) return null;
  for (let i = 0; i < size; i++) if (lower[i * size + i]! ** 2 < LEAST_PIVOT) return null;
  return substituted(lower, v, size);
}

/** The x of L Lᵀ x = v, forwards and then back. */
function substituted(lower: Matrix, v: ArrayLike<number>, size: number): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = v[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * x[k]!;
    x[i] = sum / lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * x[k]!;
    x[i] = sum / lower[i * size + i]!;
  }
  return x;
}

/** The lower factor L of a positive definite matrix M = L Lᵀ; null where M is not positive definite. */
export function cholesky(matrix: Matrix, size: number): Matrix | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i === j) {
        if (!(sum > 0)) return null;
        lower[i * size + i] = Math.sqrt(sum);
      } else lower[i * size + j] = sum / lower[j * size + j]!;
    }
  }
  return lower;
}

/** A · B. */
export function product(a: Matrix, b: Matrix, size: number): Matrix {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++)
      for (let j = 0; j < size; j++) result[i * size + j]! += a[i * size + k]! * b[k * size + j]!;
  return result;
}

/** A · v. */
export function times(a: Matrix, v: ArrayLike<number>, size: number): Float64Array {
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) result[i]! += a[i * size + j]! * v[j]!;
  return result;
}

/** The eigenvalues of a symmetric matrix, smallest first, by Jacobi's rotations. */
export function eigenvalues(matrix: Matrix, size: number): Float64Array {
  const a = Float64Array.from(matrix);
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) off += a[i * size + j]! ** 2;
    if (off < 1e-300) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, size, p, q);
  }
  return Float64Array.from({ length: size }, (_, i) => a[i * size + i]!).sort();
}

function rotate(a: Matrix, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!;
  if (apq === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const [akp, akq] = [a[k * size + p]!, a[k * size + q]!];
    a[k * size + p] = c * akp - s * akq;
    a[k * size + q] = s * akp + c * akq;
  }
  for (let k = 0; k < size; k++) {
    const [apk, aqk] = [a[p * size + k]!, a[q * size + k]!];
    a[p * size + k] = c * apk - s * aqk;
    a[q * size + k] = s * apk + c * aqk;
  }
}
