import { indexTimes, type Histories } from './histories';
import { addOuter, mirror, type Likelihood } from './optimise/likelihood';
import { logGamma } from './special/gamma';

/**
 * The log-likelihood of BG/CNBD-k and MBG/CNBD-k with its gradient by (r, alpha, a, b); k is fixed.
 *
 *     ln L = (k−1) Σ ln gap − x lnΓ(k) + lnΓ(r+kx) − lnΓ(r) + r ln α − (r+kx) ln(α+T) + lnB(a, b+m) − lnB(a, b) + ln(S + e^D)
 *     S = Σ_{j<k} (r+kx)_j / j! · ((T−t_x) / (α+T))^j
 *     D = ln a − ln(b+m−1) + (r+kx) (ln(α+T) − ln(α+t_x)),   m = x in BG, x + 1 in MBG
 *
 * (c)_j = c (c+1) … (c+j−1). With k = 1, S = 1 and this is BG/NBD or MBG/NBD. The gaps enter by a sum that depends on no
 * parameter, so histories group by (x, t_x, T) as they do without it. Platzer and Reutterer 2016, the equation of the likelihood.
 * @param chances 0 for BG, 1 for MBG: chances to leave right after the first purchase
 */
export function erlangDropoutLikelihood(histories: Histories, k: number, chances: 0 | 1): Likelihood {
  const { times, recencyAt, ageAt } = indexTimes(histories);
  const { frequency, customers } = histories;
  const most = frequency.reduce((top, x) => Math.max(top, x), 0);
  const total = customers.reduce((sum, w) => sum + w, 0);
  const repeats = frequency.reduce((sum, x, i) => sum + x * customers[i]!, 0);
  const known = (k - 1) * (histories.logGaps ?? 0) - repeats * logGamma(k);
  const logs = new Float64Array(times.length);
  const inverses = new Float64Array(times.length);
  const rate = new Float64Array(k * most + 1);
  const rateSlope = new Float64Array(k * most + 1);
  const keep = new Float64Array(most + 2);
  const keepByA = new Float64Array(most + 2);
  const keepByB = new Float64Array(most + 2);
  const odds = new Float64Array(most + 1);

  const prepare = (r: number, alpha: number, a: number, b: number) => {
    for (let t = 0; t < times.length; t++) {
      logs[t] = Math.log(alpha + times[t]!);
      inverses[t] = 1 / (alpha + times[t]!);
    }
    for (let j = 0; j < k * most; j++) {
      rate[j + 1] = rate[j]! + Math.log(r + j);
      rateSlope[j + 1] = rateSlope[j]! + 1 / (r + j);
    }
    for (let j = 0; j <= most; j++) {
      keep[j + 1] = keep[j]! + Math.log((b + j) / (a + b + j));
      keepByA[j + 1] = keepByA[j]! - 1 / (a + b + j);
      keepByB[j + 1] = keepByB[j]! + a / ((b + j) * (a + b + j));
      odds[j] = j + chances > 0 ? Math.log(a / (b + j + chances - 1)) : -Infinity;
    }
  };

  /** The value and the derivatives of each entry in turn, the latter in `s`. */
  const visit = (theta: Float64Array, s: Float64Array, see: (value: number, weight: number) => void) => {
    const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
    prepare(r, alpha, a, b);
    const logAlpha = Math.log(alpha);
    for (let i = 0; i < frequency.length; i++) {
      const x = frequency[i]!;
      const now = ageAt[i]!;
      const then = recencyAt[i]!;
      const shape = r + k * x;
      const far = inverses[now]!;
      const share = (times[now]! - times[then]!) * far;
      let term = 1;
      let slope = 0;
      let sum = 1;
      let sumByR = 0;
      let sumByShare = 0;
      for (let j = 1; j < k; j++) {
        slope += 1 / (shape + j - 1);
        term *= ((shape + j - 1) / j) * share;
        sum += term;
        sumByR += term * slope;
        sumByShare += term * j;
      }
      const silent = logs[now]! - logs[then]!;
      const d = odds[x]! + shape * silent;
      const small = Math.exp(d > 0 ? -d : d);
      const both = d > 0 ? 1 + sum * small : sum + small;
      const gone = (d > 0 ? 1 : small) / both;
      const here = (1 - gone) / sum;
      s[0] = rateSlope[k * x]! + logAlpha - logs[now]! + here * sumByR + gone * silent;
      s[1] = r / alpha - shape * far - here * sumByShare * far + gone * shape * (far - inverses[then]!);
      s[2] = keepByA[x + chances]! + gone / a;
      s[3] = keepByB[x + chances]! - (gone > 0 ? gone / (b + x + chances - 1) : 0);
      const paced = rate[k * x]! + r * logAlpha - shape * logs[now]!;
      see(paced + keep[x + chances]! + (d > 0 ? d : 0) + Math.log(both), customers[i]!);
    }
  };

  return {
    names: ['r', 'alpha', 'a', 'b'],
    scales: ['log', 'log', 'log', 'log'],
    customers: total,
    evaluate(theta, gradient) {
      const s = new Float64Array(4);
      let sum = known;
      let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
      visit(theta, s, (value, weight) => {
        sum += weight * value;
        byR += weight * s[0]!;
        byAlpha += weight * s[1]!;
        byA += weight * s[2]!;
        byB += weight * s[3]!;
      });
      gradient.set([byR, byAlpha, byA, byB]);
      return sum;
    },
    scatter(theta) {
      const [s, found] = [new Float64Array(4), new Float64Array(16)];
      visit(theta, s, (_, weight) => addOuter(found, s, weight, 4));
      return mirror(found, 4);
    },
  };
}
