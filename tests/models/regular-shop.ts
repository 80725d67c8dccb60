import type { Histories } from '../../src/models/histories';
import { Random } from '../../src/models/random';

/** What Erlang gaps are drawn with: λ ~ gamma(r, alpha) is the pace of the stages, p ~ beta(a, b) the chance to leave. */
export interface RegularTruth {
  k: number;
  theta: readonly [r: number, alpha: number, a: number, b: number];
  /** 1: a customer may leave right after the first purchase (MBG). */
  chances: 0 | 1;
}

export interface RegularShop {
  /** One entry a customer, up to the end of their age. */
  histories: Histories & { logGaps: number };
  /** Purchases of each in the horizon that follows. */
  later: Int32Array;
}

/** Customers drawn one by one, as the words of the model say it, and nothing of its formulas; ages of 200 to 400 whole days. */
export function regularShop(
  { k, theta, chances }: RegularTruth,
  people: number,
  horizon: number,
  seed: number,
): RegularShop {
  const random = new Random(seed);
  const [r, alpha, a, b] = theta;
  const [frequency, later] = [new Int32Array(people), new Int32Array(people)];
  const [recency, age] = [new Float64Array(people), new Float64Array(people)];
  let logGaps = 0;
  for (let i = 0; i < people; i++) {
    age[i] = 200 + Math.floor(random.unit() * 200);
    const pace = random.gamma(r) / alpha;
    const leaves = random.beta(a, b);
    let at = 0;
    let isGone = chances === 1 && random.unit() < leaves;
    while (!isGone) {
      let gap = 0;
      for (let stage = 0; stage < k; stage++) gap += random.exponential(pace);
      at += gap;
      if (at > age[i]! + horizon) break;
      if (at <= age[i]!) {
        frequency[i]!++;
        recency[i] = at;
        logGaps += Math.log(gap);
      } else later[i]!++;
      isGone = random.unit() < leaves;
    }
  }
  const customers = new Float64Array(people).fill(1);
  return { histories: { frequency, recency, age, customers, logGaps }, later };
}
