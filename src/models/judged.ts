/** What was said of customers, beside what they did; one entry for customers who were alike and did the same. */
export interface Said {
  /** Occasions said of each customer of the entry. */
  said: ArrayLike<number>;
  /** Occasions of each that came. */
  came: ArrayLike<number>;
  customers: ArrayLike<number>;
}

export interface Judged {
  /** Of all customers together. */
  expected: number;
  /** (expected − actual) ÷ actual; null where nothing came. */
  total_error: number | null;
  mean_absolute_error: number;
  root_mean_square_error: number;
  /**
   * Mean Poisson deviance of a customer, 2 (y ln(y ÷ μ) − y + μ): how unlikely what came was made. 0 is a perfect guess; null, which is
   * worse than any number, where somebody came of whom "never" was said.
   */
  deviance: number | null;
}

/** How far from the truth a guess was, customer by customer and in all. */
export function judged({ said, came, customers }: Said): Judged {
  let [people, expected, actual, off, squares, deviance] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < said.length; i++) {
    const [mu, y, w] = [said[i]!, came[i]!, customers[i]!];
    people += w;
    expected += w * mu;
    actual += w * y;
    off += w * Math.abs(mu - y);
    squares += w * (mu - y) ** 2;
    deviance += 2 * w * ((y > 0 ? y * Math.log(y / mu) : 0) - y + mu);
  }
  const mean = (sum: number) => (people > 0 ? sum / people : 0);
  return {
    expected,
    total_error: actual > 0 ? (expected - actual) / actual : null,
    mean_absolute_error: mean(off),
    root_mean_square_error: Math.sqrt(mean(squares)),
    deviance: Number.isFinite(deviance) ? mean(deviance) : null,
  };
}

/**
 * The share of the tenth of customers who really came most that is in the tenth put first by `order`, 0..1. Of customers who stand alike at the
 * edge of a tenth each is in it in part, as if drawn by lot. Where fewer than a tenth came at all, it is they who are looked for.
 * @param order the higher, the more is expected of a customer of the entry
 * @returns null where nobody came
 */
export function bestTenthCaught(
  order: ArrayLike<number>,
  came: ArrayLike<number>,
  customers: ArrayLike<number>,
): number | null {
  let [people, buyers] = [0, 0];
  for (let i = 0; i < came.length; i++) {
    people += customers[i]!;
    if (came[i]! > 0) buyers += customers[i]!;
  }
  const wanted = Math.min(people / 10, buyers);
  if (!(wanted > 0)) return null;
  const [said, real] = [firstBy(order, customers, wanted), firstBy(came, customers, wanted)];
  let caught = 0;
  for (let i = 0; i < came.length; i++) caught += customers[i]! * said[i]! * real[i]!;
  return caught / wanted;
}

/** The part of each entry that is among the first `wanted` customers. */
function firstBy(order: ArrayLike<number>, customers: ArrayLike<number>, wanted: number): Float64Array {
  const places = Uint32Array.from({ length: order.length }, (_, i) => i).sort(
    (one, other) => order[other]! - order[one]!,
  );
  const part = new Float64Array(order.length);
  let left = wanted;
  for (let at = 0; at < places.length && left > 0;) {
    let [end, alike] = [at, 0];
    for (; end < places.length && order[places[end]!] === order[places[at]!]; end++)
      alike += customers[places[end]!]!;
    const share = Math.min(1, left / alike);
    for (; at < end; at++) part[places[at]!] = share;
    left -= share * alike;
  }
  return part;
}
