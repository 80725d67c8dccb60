import { entriesWhere, indexTimes, type Histories } from './histories';
import { addOuter, mirror, type Likelihood } from './optimise/likelihood';
import { pairsOf } from './pareto-pairs';

/**
 * The log-likelihood of Pareto/NBD and its gradient by (r, alpha, s, beta), in a form that neither overflows nor cancels.
 *
 *     ln L = lnΓ(r+x) − lnΓ(r) + r ln α + s ln β + ln( e^y(T) (1 − Q(T)) + e^y(t_x) Q(t_x) )
 *     y(t) = −(r+x) ln(α+t) − s ln(β+t),   Q as in `pareto-pairs.ts`
 *
 * Schmittlein, Morrison and Colombo 1987; Fader and Hardie 2005. Q depends on (x, t) alone, so it is computed once for
 * each different pair; the loop over entries gathers how much each pair counts, and the gradient is then a sum over pairs.
 */
export function paretoLikelihood(histories: Histories): Likelihood {
  const index = indexTimes(histories);
  const { times } = index;
  const { frequency, customers } = histories;
  const pairs = pairsOf(frequency, index);
  const { pairCount, pairFrequency, pairTime, agePair, recencyPair } = pairs;
  const most = frequency.reduce((top, x) => Math.max(top, x), 0);
  const byFrequency = new Float64Array(most + 1);
  let total = 0;
  frequency.forEach((x, i) => {
    total += customers[i]!;
    byFrequency[x]! += customers[i]!;
  });
  const silent = entriesWhere(frequency.length, (i) => agePair[i] !== recencyPair[i]);
  const fresh = entriesWhere(frequency.length, (i) => agePair[i] === recencyPair[i]);
  const [stay, left, sure] = [0, 1, 2].map(() => new Float64Array(pairCount)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const s = new Float64Array(4);

  /** The derivatives of one branch at a pair: of y, and of ln(1 − Q) or ln Q with the factor that stands before dQ/Q. */
  const addBranch = (
    pair: number,
    weight: number,
    factor: number,
    theta: Float64Array,
    into: Float64Array,
  ) => {
    const [r, alpha, sShape, beta] = theta as unknown as [number, number, number, number];
    const x = pairFrequency[pair]!;
    const t = times[pairTime[pair]!]!;
    const { slopes, logAlpha, logBeta } = pairs;
    into[0]! += weight * (factor * slopes[4 * pair]! - logAlpha[pairTime[pair]!]!);
    into[1]! += weight * (factor * slopes[4 * pair + 1]! - (r + x) / (alpha + t));
    into[2]! += weight * (factor * slopes[4 * pair + 2]! - logBeta[pairTime[pair]!]!);
    into[3]! += weight * (factor * slopes[4 * pair + 3]! - sShape / (beta + t));
  };

  return {
    names: ['r', 'alpha', 's', 'beta'],
    scales: ['log', 'log', 'log', 'log'],
    customers: total,
    evaluate(theta, gradient) {
      const [r, alpha, sShape, beta] = theta as unknown as [number, number, number, number];
      pairs.compute(theta, times);
      const { alive, gone, share } = pairs;
      [stay, left, sure].forEach((gathered) => gathered.fill(0));
      let value = total * (r * Math.log(alpha) + sShape * Math.log(beta));
      gradient.set([
        total * Math.log(alpha),
        (total * r) / alpha,
        total * Math.log(beta),
        (total * sShape) / beta,
      ]);
      let [rate, slope] = [0, 0];
      for (let x = 0; x <= most; x++) {
        value += byFrequency[x]! * rate;
        gradient[0]! += byFrequency[x]! * slope;
        rate += Math.log(r + x);
        slope += 1 / (r + x);
      }
      for (let k = 0; k < silent.length; k++) {
        const i = silent[k]!;
        const now = agePair[i]!;
        const then = recencyPair[i]!;
        const w = customers[i]!;
        const d = gone[then]! - alive[now]!;
        const small = Math.exp(d > 0 ? -d : d);
        value += w * ((d > 0 ? gone[then]! : alive[now]!) + Math.log(1 + small));
        const isGone = (w * (d > 0 ? 1 : small)) / (1 + small);
        left[then]! += isGone;
        stay[now]! += w - isGone;
      }
      for (let k = 0; k < fresh.length; k++) sure[agePair[fresh[k]!]!]! += customers[fresh[k]!]!;
      for (let pair = 0; pair < pairCount; pair++) {
        const q = share[pair]!;
        const weight = stay[pair]! + left[pair]! + sure[pair]!;
        if (weight === 0) continue;
        value += sure[pair]! * pairs.density[pair]!;
        addBranch(pair, weight, (left[pair]! - (stay[pair]! * q) / (1 - q)) / weight, theta, gradient);
      }
      return value;
    },
    scatter(theta) {
      const [r, alpha, sShape, beta] = theta as unknown as [number, number, number, number];
      pairs.compute(theta, times);
      const slopes = new Float64Array(most + 1);
      for (let x = 0; x < most; x++) slopes[x + 1] = slopes[x]! + 1 / (r + x);
      const found = new Float64Array(16);
      for (let i = 0; i < frequency.length; i++) {
        const [now, then] = [agePair[i]!, recencyPair[i]!];
        s.set([slopes[frequency[i]!]! + Math.log(alpha), r / alpha, Math.log(beta), sShape / beta]);
        if (now === then) addBranch(now, 1, 0, theta, s);
        else {
          const isGone = 1 / (1 + Math.exp(pairs.alive[now]! - pairs.gone[then]!));
          const q = pairs.share[now]!;
          addBranch(now, 1 - isGone, -q / (1 - q), theta, s);
          addBranch(then, isGone, 1, theta, s);
        }
        addOuter(found, s, customers[i]!, 4);
      }
      return mirror(found, 4);
    },
  };
}

/** P(alive) of every entry: what hangs on (x, t) alone is computed once for each different pair. */
export function paretoAlive(theta: Float64Array, histories: Histories): Float64Array {
  const index = indexTimes(histories);
  const pairs = pairsOf(histories.frequency, index);
  pairs.compute(theta, index.times);
  const { agePair, recencyPair, density, alive, gone } = pairs;
  const found = new Float64Array(agePair.length).fill(1);
  for (let i = 0; i < found.length; i++) {
    const now = agePair[i]!;
    const then = recencyPair[i]!;
    if (now === then) continue;
    const away = gone[then]! - density[now]!;
    found[i] = 1 / (Math.exp(alive[now]! - density[now]!) + Math.exp(away));
  }
  return found;
}
