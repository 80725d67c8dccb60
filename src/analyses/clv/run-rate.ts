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
 * knows nothing of who has left. Ages, in days, are taken together by the length of that time, and further until each group has
 * thirty customers.
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
  const groups: { upTo: number; customers: number; net: number }[] = [];
  let rest = { customers: 0, net: 0 };
  seen.forEach((one, upTo) => {
    rest = { customers: rest.customers + one.customers, net: rest.net + one.net };
    if (rest.customers < FEWEST) return;
    groups.push({ upTo, ...rest });
    rest = { customers: 0, net: 0 };
  });
  const last = groups.at(-1);
  if (!last) return null;
  last.customers += rest.customers;
  last.net += rest.net;
  let [customers, value] = [0, 0];
  now.age.forEach((age, i) => {
    const like = groups.find(({ upTo }) => step(age) <= upTo) ?? last;
    customers += now.customers[i]!;
    value += (now.customers[i]! * like.net) / like.customers;
  });
  return { from, to, days, customers, value };
}
