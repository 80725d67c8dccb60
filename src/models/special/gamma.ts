/**
 * The gamma function's logarithm and its first two derivatives, for positive arguments, accurate to about 1e-14 of
 * the larger of 1 and the value. All three climb to an argument of 12 or more, where a short asymptotic series
 * (Abramowitz and Stegun 6.1.41, 6.3.18, 6.4.12) is exact to the last digit.
 */
const FAR = 12;
const HALF_LN_TWO_PI = 0.9189385332046727;

/** ln Γ(x), x > 0. Γ of whole numbers is the factorial: logGamma(5) = ln 24. */
export function logGamma(x: number): number {
  let shift = 1;
  let at = x;
  for (; at < FAR; at++) shift *= at;
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series =
    1 / 12 -
    square *
      (1 / 360 -
        square *
          (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156)))));
  return (at - 0.5) * Math.log(at) - at + HALF_LN_TWO_PI + inverse * series - Math.log(shift);
}

/** ψ(x) = d ln Γ(x) / dx, x > 0. digamma(1) = −0.5772156649015329. */
export function digamma(x: number): number {
  let below = 0;
  let at = x;
  for (; at < FAR; at++) below += 1 / at;
  const square = 1 / (at * at);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square *
            (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760 - square / 12))))));
  return Math.log(at) - 0.5 / at - series - below;
}

/** ψ′(x), x > 0. trigamma(1) = π² / 6. */
export function trigamma(x: number): number {
  let below = 0;
  let at = x;
  for (; at < FAR; at++) below += 1 / (at * at);
  const square = 1 / (at * at);
  const series =
    1 / 6 -
    square *
      (1 / 30 -
        square * (1 / 42 - square * (1 / 30 - square * (5 / 66 - square * (691 / 2730 - (square * 7) / 6)))));
  return below + 1 / at + 0.5 * square + (series * square) / at;
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), both above 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
