import { entriesWhere, indexTimes, type Histories } from './histories';
import { addOuter, mirror, type Likelihood } from './optimise/likelihood';

/**
 * The log-likelihood that BG/NBD and MBG/NBD share, with its gradient by (r, alpha, a, b).
 *
 *     ln L = lnΓ(r+x) − lnΓ(r) + r ln α − (r+x) ln(α+T) + lnB(a, b+m) − lnB(a, b) + softplus(D)
 *     D = ln a − ln(b+m−1) + (r+x) (ln(α+T) − ln(α+t_x)),   m = x in BG/NBD, x + 1 in MBG/NBD
 *
 * In BG/NBD nobody without a repeat can have left, and the last term is absent at x = 0. Fader, Hardie and Lee 2005,
 * equation 6; Batislam, Denizel and Filiztekin 2007. x is whole, so every lnΓ is a sum of logarithms: what depends on x
 * alone is counted once for each x, what depends on T alone once for each T, and the loop over entries is left with one
 * exponential and one logarithm.
 * @param chances 0 for BG/NBD, 1 for MBG/NBD: chances to leave right after the first purchase
 */
export function betaDropoutLikelihood(histories: Histories, chances: 0 | 1): Likelihood {
  const { times, recencyAt, ageAt } = indexTimes(histories);
  const { frequency, customers } = histories;
  const most = frequency.reduce((top, x) => Math.max(top, x), 0);
  const byFrequency = new Float64Array(most + 1);
  const byAge = new Float64Array(times.length);
  const repeatsByAge = new Float64Array(times.length);
  let total = 0;
  frequency.forEach((x, i) => {
    const w = customers[i]!;
    total += w;
    byFrequency[x]! += w;
    byAge[ageAt[i]!]! += w;
    repeatsByAge[ageAt[i]!]! += w * x;
  });
  const mayHaveLeft = entriesWhere(frequency.length, (i) => frequency[i]! + chances > 0);
  const logs = new Float64Array(times.length);
  const inverses = new Float64Array(times.length);
  const odds = new Float64Array(most + 1);
  const sums = {
    rate: table(most),
    rateSlope: table(most),
    keep: table(most + 1),
    byA: table(most + 1),
    byB: table(most + 1),
  };

  const prepare = (r: number, alpha: number, a: number, b: number) => {
    for (let t = 0; t < times.length; t++) {
      logs[t] = Math.log(alpha + times[t]!);
      inverses[t] = 1 / (alpha + times[t]!);
    }
    for (let j = 0; j < most; j++) {
      sums.rate[j + 1] = sums.rate[j]! + Math.log(r + j);
      sums.rateSlope[j + 1] = sums.rateSlope[j]! + 1 / (r + j);
    }
    for (let j = 0; j <= most; j++) {
      sums.keep[j + 1] = sums.keep[j]! + Math.log((b + j) / (a + b + j));
      sums.byA[j + 1] = sums.byA[j]! - 1 / (a + b + j);
      sums.byB[j + 1] = sums.byB[j]! + a / ((b + j) * (a + b + j));
      odds[j] = j + chances > 0 ? Math.log(a / (b + j + chances - 1)) : -Infinity;
    }
  };

  return {
    names: ['r', 'alpha', 'a', 'b'],
    scales: ['log', 'log', 'log', 'log'],
    customers: total,
    evaluate(theta, gradient) {
      const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
      prepare(r, alpha, a, b);
      const logAlpha = Math.log(alpha);
      let [value, byR, byAlpha, byA, byB] = [
        total * r * logAlpha,
        total * logAlpha,
        (total * r) / alpha,
        0,
        0,
      ];
      for (let x = 0; x <= most; x++) {
        const w = byFrequency[x]!;
        value += w * (sums.rate[x]! + sums.keep[x + chances]!);
        byR += w * sums.rateSlope[x]!;
        byA += w * sums.byA[x + chances]!;
        byB += w * sums.byB[x + chances]!;
      }
      for (let t = 0; t < times.length; t++) {
        const exposed = r * byAge[t]! + repeatsByAge[t]!;
        value -= exposed * logs[t]!;
        byR -= byAge[t]! * logs[t]!;
        byAlpha -= exposed * inverses[t]!;
      }
      for (let k = 0; k < mayHaveLeft.length; k++) {
        const i = mayHaveLeft[k]!;
        const x = frequency[i]!;
        const w = customers[i]!;
        const silent = logs[ageAt[i]!]! - logs[recencyAt[i]!]!;
        const d = odds[x]! + (r + x) * silent;
        const small = Math.exp(d > 0 ? -d : d);
        value += w * ((d > 0 ? d : 0) + Math.log(1 + small));
        const gone = (w * (d > 0 ? 1 : small)) / (1 + small);
        byR += gone * silent;
        byAlpha += gone * (r + x) * (inverses[ageAt[i]!]! - inverses[recencyAt[i]!]!);
        byA += gone / a;
        byB -= gone / (b + x + chances - 1);
      }
      gradient.set([byR, byAlpha, byA, byB]);
      return value;
    },
    scatter(theta) {
      const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
      prepare(r, alpha, a, b);
      const logAlpha = Math.log(alpha);
      const found = new Float64Array(16);
      const s = new Float64Array(4);
      for (let i = 0; i < frequency.length; i++) {
        const x = frequency[i]!;
        const silent = logs[ageAt[i]!]! - logs[recencyAt[i]!]!;
        const gone = x + chances > 0 ? 1 / (1 + Math.exp(-(odds[x]! + (r + x) * silent))) : 0;
        s[0] = sums.rateSlope[x]! + logAlpha - logs[ageAt[i]!]! + gone * silent;
        s[1] =
          r / alpha -
          (r + x) * inverses[ageAt[i]!]! +
          gone * (r + x) * (inverses[ageAt[i]!]! - inverses[recencyAt[i]!]!);
        s[2] = sums.byA[x + chances]! + gone / a;
        s[3] = sums.byB[x + chances]! - (gone > 0 ? gone / (b + x + chances - 1) : 0);
        addOuter(found, s, customers[i]!, 4);
      }
      return mirror(found, 4);
    },
  };
}

const table = (most: number) => new Float64Array(most + 1);
