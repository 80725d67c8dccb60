import { addDays } from '../../src/domain/calendar';
import { Random } from '../../src/models/random';

export interface RhythmShop {
  /** Stages of a gap: 1 is buying at random. */
  k: number;
  people: number;
  /** λ ~ gamma(r, alpha) is the pace of the stages, p ~ beta(a, b) the chance to leave after an order, the first one too. */
  theta: readonly [r: number, alpha: number, a: number, b: number];
  /** Days over which customers arrive, and the last day of the file. */
  arriving: number;
  days: number;
  seed: number;
}

const START = '2021-01-01';

/**
 * An orders file drawn from known parameters, customer by customer: gaps of k exponential stages, and amounts from a gamma of shape 6
 * whose rate is a customer's own (the Gamma-Gamma model with p = 6, q = 4, gamma = 15).
 */
export function rhythmShop({ k, people, theta: [r, alpha, a, b], arriving, days, seed }: RhythmShop): string {
  const random = new Random(seed);
  const lines = ['order_id,customer_id,order_date,amount'];
  const place = (customer: number, day: number, rate: number) => {
    const amount = Math.max(random.gamma(6) / rate, 0.01).toFixed(2);
    lines.push(`${lines.length},C${customer},${addDays(START, day)},${amount}`);
  };
  for (let customer = 1; customer <= people; customer++) {
    const pace = random.gamma(r) / alpha;
    const leaves = random.beta(a, b);
    const rate = random.gamma(4) / 15;
    let at = random.unit() * arriving;
    do {
      place(customer, Math.floor(at), rate);
      for (let stage = 0; stage < k; stage++) at += random.exponential(pace);
    } while (random.unit() >= leaves && at < days);
  }
  return lines.join('\n');
}
