import type { History, Parameters } from './purchase-model';

const MOST_TERMS = 1_000_000;

/**
 * Occasions within `horizon` of a customer alive at `age` after `frequency` repeats, in the form that is finite everywhere, at
 * a = 1, at a + b = 1 and for hundreds of purchases (Euler's transformation of Fader, Hardie and Lee 2005, equation 10):
 *
 *     c h − (1−z)^(a−1) Σ (p)ₙ (a)ₙ₋₁ / ((c+1)ₙ₋₁ n!) zⁿ,   z = t / (α+T+t), c = a+b+x−1+k, p = a+b−1−r+k, h = (1−(1−z)^(a−1)) / (a−1)
 *
 * @param chances k: 0 for BG/NBD, 1 for MBG/NBD
 */
export function expectedWhileAlive(
  theta: Parameters,
  chances: 0 | 1,
  frequency: number,
  age: number,
  horizon: number,
): number {
  const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
  if (!(horizon > 0)) return 0;
  const z = horizon / (alpha + age + horizon);
  const log = Math.log1p(-z);
  const c = a + b + frequency - 1 + chances;
  const p = a + b - 1 - r + chances;
  const h = a === 1 ? -log : -Math.expm1((a - 1) * log) / (a - 1);
  let term = p * z;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= (((p + n) * (a + n - 1)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) * (1 + n * (1 - z)) <= 1e-17 * Math.abs(sum) * (1 - z) || term === 0) break;
  }
  return Math.max(0, c * h - Math.exp((a - 1) * log) * sum);
}

/** P(alive): exactly 1 without a repeat in BG/NBD, which knows no way to leave before the second purchase. */
export function aliveShare(
  theta: Parameters,
  chances: 0 | 1,
  { frequency: x, recency, age }: History,
): number {
  const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
  if (x + chances === 0) return 1;
  const d = Math.log(a / (b + x + chances - 1)) + (r + x) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + Math.exp(d));
}

/**
 * The chances of 0, 1 … `most` occasions within `horizon`, purchases coming at a gamma(shape, rate) pace and each of them
 * (`chances` 1: the present moment too) ending it with a beta(a, b) chance.
 */
export function occasionChances(
  [shape, rate, a, b]: readonly [number, number, number, number],
  chances: 0 | 1,
  horizon: number,
  most: number,
): Float64Array {
  const found = new Float64Array(most + 1);
  const share = horizon / (rate + horizon);
  let stays = chances === 0 ? 1 : b / (a + b);
  let leaves = chances === 0 ? 0 : a / (a + b);
  let log = shape * Math.log(rate / (rate + horizon));
  let before = 0;
  for (let n = 0; n <= most; n++) {
    if (n > 0) log += Math.log(((shape + n - 1) / n) * share);
    const exactly = Math.exp(log);
    found[n] = stays * exactly + leaves * Math.max(0, 1 - before);
    before += exactly;
    // After n survived chances the next one ends it with a / (a + b + n), since the beta has moved to (a, b + n).
    const survived = n + chances;
    leaves = stays * (a / (a + b + survived));
    stays *= (b + survived) / (a + b + survived);
  }
  return found;
}

/**
 * The chance that one alive at `age` is alive after `further`: E (1 − p)^N with N purchases in between, p ~ beta(a, b′) and
 * N from a gamma(r+x, α+T) pace. N is summed up to where nothing is left.
 */
export function staysAlive(
  theta: Parameters,
  chances: 0 | 1,
  frequency: number,
  age: number,
  further: number,
): number {
  const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
  const [shape, rate, kept] = [r + frequency, alpha + age, b + frequency + chances];
  const share = further / (rate + further);
  let chance = Math.exp(shape * Math.log(rate / (rate + further)));
  let [sum, seen, survives] = [0, 0, 1];
  for (let n = 0; n < MOST_TERMS && 1 - seen > 1e-13; n++) {
    sum += chance * survives;
    seen += chance;
    chance *= ((shape + n) / (n + 1)) * share;
    survives *= (kept + n) / (a + kept + n);
    if (chance < 1e-18 && n > (shape * further) / rate) break;
  }
  return sum;
}
