import type { TimeIndex } from './histories';
import { positiveHypergeometric } from './special/hypergeometric';

/** Below this a customer is surely gone or surely there to the last digit: 1 − Q is kept above it. */
const NEARLY_ONE = 1 - 2 ** -53;

/**
 * What Pareto/NBD needs for each different (x, t), t being a recency or an age:
 *
 *     α ≥ β:  Q = s/A · 2F1(1, r+x; A+1; (α−β)/(α+t))
 *     α < β:  Q = s/A · (α+t)/(β+t) · 2F1(1, s+1; A+1; (β−α)/(β+t)),   A = r + s + x,  0 < Q < 1
 */
export function pairsOf(frequency: Int32Array, { times, recencyAt, ageAt }: TimeIndex) {
  const places = new Map<number, number>();
  const [xs, ts]: [number[], number[]] = [[], []];
  const pairAt = (x: number, time: number) => {
    const key = x * times.length + time;
    let place = places.get(key);
    if (place === undefined) {
      places.set(key, (place = xs.length));
      xs.push(x);
      ts.push(time);
    }
    return place;
  };
  const agePair = frequency.map((x, i) => pairAt(x, ageAt[i]!));
  const recencyPair = frequency.map((x, i) =>
    recencyAt[i] === ageAt[i] ? agePair[i]! : pairAt(x, recencyAt[i]!),
  );
  const pairCount = xs.length;
  const table = (size: number) => new Float64Array(size);
  const pairs = {
    pairCount,
    pairFrequency: Int32Array.from(xs),
    pairTime: Int32Array.from(ts),
    agePair,
    recencyPair,
    /** y(t). */
    density: table(pairCount),
    /** y(t) + ln(1 − Q), y(t) + ln Q, Q. */
    alive: table(pairCount),
    gone: table(pairCount),
    share: table(pairCount),
    /** d ln Q by (r, α, s, β), four for each pair. */
    slopes: table(4 * pairCount),
    logAlpha: table(times.length),
    logBeta: table(times.length),
    compute(theta: Float64Array, at: Float64Array) {
      const [r, alpha, s, beta] = theta as unknown as [number, number, number, number];
      for (let t = 0; t < at.length; t++) {
        pairs.logAlpha[t] = Math.log(alpha + at[t]!);
        pairs.logBeta[t] = Math.log(beta + at[t]!);
      }
      for (let pair = 0; pair < pairCount; pair++) {
        const x = pairs.pairFrequency[pair]!;
        const time = pairs.pairTime[pair]!;
        const y = -(r + x) * pairs.logAlpha[time]! - s * pairs.logBeta[time]!;
        const logShare = goneShare(theta, x, at[time]!, pairs.slopes, 4 * pair);
        const share = Math.min(Math.exp(logShare), NEARLY_ONE);
        pairs.density[pair] = y;
        pairs.share[pair] = share;
        pairs.gone[pair] = y + logShare;
        pairs.alive[pair] = y + Math.log1p(-share);
      }
    },
  };
  return pairs;
}

const out = new Float64Array(4);

/** ln Q at (x, t); its derivatives by (r, α, s, β) are written into `slopes` from `place` on. */
export function goneShare(
  theta: ArrayLike<number>,
  x: number,
  t: number,
  slopes: Float64Array,
  place = 0,
): number {
  const [r, alpha, s, beta] = theta as unknown as [number, number, number, number];
  const all = r + s + x;
  if (alpha >= beta) {
    const far = alpha + t;
    positiveHypergeometric(r + x, all + 1, (alpha - beta) / far, out);
    const inverse = 1 / out[0]!;
    slopes[place] = (out[1]! + out[2]!) * inverse - 1 / all;
    slopes[place + 1] = (out[3]! * inverse * (beta + t)) / (far * far);
    slopes[place + 2] = 1 / s - 1 / all + out[2]! * inverse;
    slopes[place + 3] = (-out[3]! * inverse) / far;
    return Math.log((s / all) * out[0]!);
  }
  const far = beta + t;
  positiveHypergeometric(s + 1, all + 1, (beta - alpha) / far, out);
  const inverse = 1 / out[0]!;
  slopes[place] = out[2]! * inverse - 1 / all;
  slopes[place + 1] = (-out[3]! * inverse) / far + 1 / (alpha + t);
  slopes[place + 2] = 1 / s - 1 / all + (out[1]! + out[2]!) * inverse;
  slopes[place + 3] = (out[3]! * inverse * (alpha + t)) / (far * far) - 1 / far;
  return Math.log((s / all) * out[0]! * ((alpha + t) / far));
}
