/** Up to here the power series needs some fifty terms; above, the continued fraction needs fewer. */
const SERIES_UP_TO = 0.5;
const MOST_LEVELS = 200_000;

/**
 * Gauss's 2F1(1, e; c; z) = Σ (e)ₙ/(c)ₙ zⁿ and its derivatives, for c > e > 0 and 0 ≤ z < 1: all terms are positive,
 * so nothing cancels and nothing overflows, whatever e and c are.
 * @param out receives [value, d/de, d/dc, d/dz]
 */
export function positiveHypergeometric(e: number, c: number, z: number, out: Float64Array): void {
  if (z <= SERIES_UP_TO) series(e, c, z, out);
  else fraction(e, c, z, out);
}

/** The value alone. */
export function hypergeometricOne(e: number, c: number, z: number): number {
  positiveHypergeometric(e, c, z, scratch);
  return scratch[0]!;
}
const scratch = new Float64Array(4);

function series(e: number, c: number, z: number, out: Float64Array): void {
  let term = 1;
  let byE = 0;
  let byC = 0;
  let sum = 1;
  let sumE = 0;
  let sumC = 0;
  let sumZ = 0;
  for (let n = 0; n < 10_000; n++) {
    const up = e + n;
    const down = c + n;
    term *= (up / down) * z;
    byE += 1 / up;
    byC += 1 / down;
    sum += term;
    sumE += term * byE;
    sumC += term * byC;
    sumZ += term * (n + 1);
    if (term * (n + 2) * (1 + byE) < 1e-17 * sum) break;
  }
  out[0] = sum;
  out[1] = sumE;
  out[2] = -sumC;
  out[3] = z > 0 ? sumZ / z : e / c;
}

/**
 * Gauss's continued fraction, from its tail to its head with the derivatives carried along. Its terms tend to −z/4, so
 * each level is worth the factor (1 − √(1−z)) / (1 + √(1−z)).
 */
function fraction(e: number, c: number, z: number, out: Float64Array): void {
  const root = Math.sqrt(1 - z);
  const levels = Math.min(MOST_LEVELS, 24 + Math.ceil(45 / -Math.log((1 - root) / (1 + root))));
  const last = c - 1;
  let value = 1;
  let byE = 0;
  let byC = 0;
  let byZ = 0;
  for (let level = levels | 1; level >= 1; level--) {
    const n = level >> 1;
    let d: number;
    let dE: number;
    let dC: number;
    if (level % 2 === 1) {
      const p = last + 2 * n;
      const q = p + 1;
      dE = -(last + n) / (p * q);
      d = (e + n) * dE;
      dC = d * (1 / (last + n) - 1 / p - 1 / q);
    } else {
      const q = last + 2 * n;
      const p = q - 1;
      dE = n / (p * q);
      d = -(last - e + n) * dE;
      dC = -dE - d * (1 / p + 1 / q);
    }
    const inverse = 1 / value;
    const factor = d * z * inverse * inverse;
    byE = dE * z * inverse - factor * byE;
    byC = dC * z * inverse - factor * byC;
    byZ = d * inverse - factor * byZ;
    value = 1 + d * z * inverse;
  }
  const inverse = 1 / value;
  const square = -inverse * inverse;
  out[0] = inverse;
  out[1] = square * byE;
  out[2] = square * byC;
  out[3] = square * byZ;
}
