import type { Histories } from '../../models/histories';
import type { RunRateReport } from './report';

/** Below so many customers an age says nothing of its own. */
const FEWEST = 30;

/** Customers as they stood at the beginning of a time, and what those of an entry brought in it. */
export interface Brought extends Histories {
  net: Float64Array;
}

/**
 * What today's customers would bring if they went on as those who were as long with the shop did in the last `days`: a run rate, which
 * knows nothing of who has left. Ages, in days, are taken together by the length of that time; where fewer than thirty had
 * reached an age, with the one below.
 * @returns null where fewer than thirty customers were there at its beginning
 */
export function runRateOf(
  before: Brought,
  now: Histories,
  { from, to, days }: { from: string; to: string; days: number },
): RunRateReport | null {
  if (!(days > 0)) return null;
  const step = (age: number) => Math.floor(age / days);
  const oldest = before.age.reduce((top, age) => Math.max(top, step(age)), 0);
  const seen = Array.from({ length: oldest + 1 }, () => ({ customers: 0, net: 0 }));
  before.age.forEach((age, i) => {
    seen[step(age)]!.customers += before.customers[i]!;
    seen[step(age)]!.net += before.net[i]!;
  });
  const all = seen.reduce((sum, { customers }) => sum + customers, 0);
  if (all < FEWEST) return null;
  for (let at = seen.length - 1; at > 0; at--)
    if (seen[at]!.customers < FEWEST) {
      seen[at - 1]!.customers += seen[at]!.customers;
      seen[at - 1]!.net += seen[at]!.net;
      seen.length = at;
    }
  let [customers, value] = [0, 0];
  now.age.forEach((age, i) => {
    const like = seen[Math.min(step(age), seen.length - 1)]!;
    customers += now.customers[i]!;
    value += (now.customers[i]! * like.net) / like.customers;
  });
  return { from, to, days, customers, value };
}
