import type { RandomStream } from './random';

const LN_2 = 0.6931471805599453;

/**
 * Natural logarithm from + − × ÷ alone. Engines may round Math.log differently in the last digit, and one digit
 * can move an order to another day; the four operations are exact by IEEE 754 everywhere.
 */
export function naturalLog(value: number): number {
  let mantissa = value;
  let exponent = 0;
  for (; mantissa > 1.5; mantissa *= 0.5) exponent++;
  for (; mantissa < 0.75; mantissa *= 2) exponent--;
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return exponent * LN_2 + 2 * s * sum;
}

/** e to the power of a number between −700 and 700, from + − × ÷ alone. */
export function exponential(value: number): number {
  const halvings = Math.floor(value / LN_2 + 0.5);
  const rest = value - halvings * LN_2;
  let result = 1;
  for (let term = 16; term >= 1; term--) result = 1 + (rest / term) * result;
  for (let step = 0; step < halvings; step++) result *= 2;
  for (let step = 0; step > halvings; step--) result *= 0.5;
  return result;
}

function standardNormal(random: RandomStream): number {
  for (;;) {
    const x = 2 * random.unit() - 1;
    const y = 2 * random.unit() - 1;
    const square = x * x + y * y;
    if (square >= 1) continue;
    const log = naturalLog(square);
    return x * exponential(0.5 * (naturalLog(-2 * log) - naturalLog(square)));
  }
}

/** A waiting time with the given rate, in the rate's unit of time. */
export const waitingTime = (random: RandomStream, rate: number): number => -naturalLog(random.unit()) / rate;

/** Gamma variate with the given shape and scale 1 (Marsaglia and Tsang 2000; shapes under 1 by their boost). */
export function gammaVariate(random: RandomStream, shape: number): number {
  if (shape < 1) {
    const boost = exponential(naturalLog(random.unit()) / shape);
    return gammaVariate(random, shape + 1) * boost;
  }
  const d = shape - 1 / 3;
  const c = 1 / (3 * exponential(0.5 * naturalLog(d)));
  for (;;) {
    const normal = standardNormal(random);
    const root = 1 + c * normal;
    if (root <= 0) continue;
    const cube = root * root * root;
    if (naturalLog(random.unit()) < 0.5 * normal * normal + d * (1 - cube + naturalLog(cube)))
      return d * cube;
  }
}

/** Beta variate with the given shapes. */
export function betaVariate(random: RandomStream, a: number, b: number): number {
  const first = gammaVariate(random, a);
  return first / (first + gammaVariate(random, b));
}
