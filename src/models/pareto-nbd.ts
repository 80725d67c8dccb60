import { fitPurchases } from './fit-purchases';
import { goneShare } from './pareto-pairs';
import { paretoAlive, paretoLikelihood } from './pareto-likelihood';
import { MEMORYLESS, type History, type Parameters, type PurchaseModel } from './purchase-model';
import { integrate, nodesOn } from './special/quadrature';

type Theta = readonly [r: number, alpha: number, s: number, beta: number];
const read = (theta: Parameters) => theta as unknown as Theta;
const STARTS = [
  [1, 1 / 3, 1, 1 / 3],
  [0.5, 0.3, 0.5, 0.3],
  [2, 1, 0.5, 1],
];

/**
 * Pareto/NBD: customers buy at a pace of their own, λ ~ gamma(r, alpha), and live for a time of their own, exponential with
 * rate μ ~ gamma(s, beta). Parameters (r, alpha, s, beta); alpha and beta in the unit of time of the data.
 *
 * Schmittlein, Morrison and Colombo 1987; Fader and Hardie 2005, a note on deriving the Pareto/NBD model.
 * @example paretoNbd.pAlive([0.5534, 10.5802, 0.6061, 11.6562], { frequency: 26, recency: 30.86, age: 31 }) → 0.997917767
 */
export const paretoNbd: PurchaseModel = {
  id: 'pareto-nbd',
  names: ['r', 'alpha', 's', 'beta'],
  ...MEMORYLESS,
  likelihood: paretoLikelihood,
  fit: (histories, warmStart) =>
    fitPurchases(histories, { likelihood: paretoLikelihood, starts: STARTS, times: [1, 3] }, warmStart),
  pAlive,
  pAliveOf: (theta, histories) => paretoAlive(Float64Array.from(theta), histories),
  expectedAlive(theta, frequency, age, horizon) {
    const [r, alpha, s, beta] = read(theta);
    return (((r + frequency) * (beta + age)) / (alpha + age)) * lifetimeWithin(s, beta + age, horizon);
  },
  expectedNew(theta, horizon) {
    const [r, alpha, s, beta] = read(theta);
    return ((r * beta) / alpha) * lifetimeWithin(s, beta, horizon);
  },
  chancesNew: (theta, horizon, most) => chances(read(theta), horizon, most),
  chancesAlive(theta, frequency, age, horizon, most) {
    const [r, alpha, s, beta] = read(theta);
    return chances([r + frequency, alpha + age, s, beta + age], horizon, most);
  },
  staysAlive(theta, _frequency, age, further) {
    const [, , s, beta] = read(theta);
    return Math.exp(-s * Math.log1p(further / (beta + age)));
  },
};

/** Expected time alive within `horizon`, in units of beta: (1 − (β/(β+t))^(s−1)) / (s−1), finite at s = 1. */
function lifetimeWithin(s: number, beta: number, horizon: number): number {
  const log = -Math.log1p(horizon / beta);
  return s === 1 ? -log : -Math.expm1((s - 1) * log) / (s - 1);
}

const slopes = new Float64Array(4);

function pAlive(theta: Parameters, { frequency: x, recency, age }: History): number {
  if (recency === age) return 1;
  const [r, alpha, s, beta] = read(theta);
  const now = Math.min(Math.exp(goneShare(theta, x, age, slopes)), 1);
  const then = goneShare(theta, x, recency, slopes);
  const silent =
    (r + x) * Math.log((alpha + age) / (alpha + recency)) + s * Math.log((beta + age) / (beta + recency));
  return 1 / (1 - now + Math.exp(silent + then));
}

/**
 * Chances of 0, 1 … occasions within `horizon`: as many while alive to the end, or by the moment of leaving, which is
 * integrated over on the scale ln(1 + τ / min(α, β)), where both densities are smooth.
 */
function chances([r, alpha, s, beta]: Theta, horizon: number, most: number): Float64Array {
  const found = new Float64Array(most + 1);
  /** Add weight times the chance of each number of purchases within `time`. */
  const addWithin = (time: number, weight: number) => {
    const share = time / (alpha + time);
    let log = -r * Math.log1p(time / alpha);
    for (let n = 0; n <= most; n++) {
      if (n > 0) log += Math.log(((r + n - 1) / n) * share);
      found[n]! += weight * Math.exp(log);
      if (log < -800 && n > (r * time) / alpha) break;
    }
  };
  addWithin(horizon, Math.exp(-s * Math.log1p(horizon / beta)));
  const small = Math.min(alpha, beta);
  const { at, weight } = nodesOn(0, Math.log1p(horizon / small), 32, 2);
  for (let i = 0; i < at.length; i++) {
    const time = small * Math.expm1(at[i]!);
    addWithin(time, weight[i]! * (s / beta) * Math.exp(-(s + 1) * Math.log1p(time / beta)) * (time + small));
  }
  return found;
}

/**
 * Discounted expected residual transactions: all purchases still to come, each worth less the later it comes (Fader, Hardie
 * and Lee 2005, RFM and CLV, equation 2, by one integral that is finite for every s).
 * @param discount continuous, per unit of time of the parameters, above 0: 15 % a year is ln(1.15) / 52 a week
 * @example discountedResidual([0.5629966, 12.559037, 0.4081095, 10.5148048], { frequency: 7, recency: 35, age: 77.86 }, 0.0027) → 1.86418333
 */
export function discountedResidual(theta: Parameters, history: History, discount: number): number {
  const [r, alpha, s, beta] = read(theta);
  const left = beta + history.age;
  return (
    ((pAlive(theta, history) * (r + history.frequency)) / (alpha + history.age)) *
    left *
    discountedLife(s, discount * left)
  );
}

/** ∫₀^∞ e^(−zw) (1+w)^(−s) dw = U(1, 2 − s, z). */
function discountedLife(s: number, z: number): number {
  return integrate((y) => Math.exp(-z * Math.expm1(y) + (1 - s) * y), 0, Math.log1p(40 / z), 48);
}
