import { kaplanMeier, quantileTime } from '../../src/models/survival';
import { dayNumber } from './oracle-orders';
import type { OpenShop } from './warehouse';

/**
 * A naive count of when silence means gone, straight from "How we count": every customer is asked on every day. Days are numbers since 1970.
 * People are lists of days of purchase, each day once, in order.
 */
export type Days = readonly number[];

export interface NaiveLine {
  found_by: 'curve' | 'percentile' | 'none';
  at_risk_days: number | null;
  lapse_days: number | null;
  customers: number;
}

export const horizonOf = (asOf: number, startsOn: number): number =>
  Math.max(1, Math.min(365, Math.floor((asOf - startsOn) / 3)));

const upTo = (people: readonly Days[], asOf: number): Days[] =>
  people.map((days) => days.filter((day) => day <= asOf)).filter((days) => days.length > 0);

/** Each customer with a spell silent for longer than `day` that began at least `day + horizon` before weighs 1. */
export function curveAt(people: readonly Days[], asOf: number, day: number, horizon: number) {
  let [customers, spells, returned, sum] = [0, 0, 0, 0];
  for (const days of people) {
    let [own, back] = [0, 0];
    for (let at = 0; at < days.length; at++) {
      const next = days[at + 1] ?? Infinity;
      if (days[at]! > asOf - day - horizon || next - days[at]! <= day) continue;
      own++;
      if (next <= asOf && next - days[at]! <= day + horizon) back++;
    }
    if (own === 0) continue;
    customers++;
    spells += own;
    returned += back;
    sum += back / own;
  }
  return { customers, spells, returned, value: customers > 0 ? sum / customers : null };
}

/** The 80th and the 40th percentile of all waits, open ones as long as they were watched. */
export function waitsOf(people: readonly Days[], asOf: number) {
  const waits = people.flatMap((days) =>
    days.map((day, at) => ({ time: (days[at + 1] ?? asOf) - day, ended: at + 1 < days.length })),
  );
  const points = kaplanMeier(waits);
  return { p40: quantileTime(points, 0.6), p80: quantileTime(points, 0.2) };
}

export function lineAt(
  everybody: readonly Days[],
  asOf: number,
  startsOn: number,
  [risk, gone] = [0.5, 0.2],
) {
  const people = upTo(everybody, asOf);
  const horizon = horizonOf(asOf, startsOn);
  const curve: ReturnType<typeof curveAt>[] = [];
  for (let day = 0; ; day++) {
    const point = curveAt(people, asOf, day, horizon);
    if (point.customers === 0) break;
    curve.push(point);
  }
  const customers = curve[0]?.customers ?? 0;
  const line = (
    found_by: NaiveLine['found_by'],
    at_risk: number | null,
    lapse: number | null,
  ): NaiveLine => ({
    ...{ found_by, at_risk_days: at_risk, lapse_days: lapse, customers },
  });
  if (customers < 100) {
    const { p40, p80 } = waitsOf(people, asOf);
    return p80 === null ? line('none', null, null) : line('percentile', p40, p80);
  }
  const known = curve.filter((point) => point.customers >= 30);
  const staysUnder = (share: number): number | null => {
    const isUnder = ({ value }: { value: number | null }) => value! < share * curve[0]!.value! - 1e-9;
    const first = known.findIndex((_, at) => known.slice(at).every(isUnder));
    return first < 0 ? null : first - 1;
  };
  const lapse = staysUnder(gone!);
  return lapse === null ? line('none', null, null) : line('curve', staysUnder(risk!), lapse);
}

/** The same line drawn a horizon earlier, and followed: whom it called gone, and how many ordered. */
export function checkAt(everybody: readonly Days[], asOf: number, startsOn: number) {
  const horizon = horizonOf(asOf, startsOn);
  const on = asOf - horizon;
  const { lapse_days } = lineAt(everybody, on, startsOn);
  if (lapse_days === null) return { on, lapse_days, called_gone: 0, came_back: 0 };
  const gone = everybody.filter((days) => {
    const before = days.filter((day) => day <= on);
    return before.length > 0 && on - before.at(-1)! > lapse_days;
  });
  const back = gone.filter((days) => days.some((day) => day > on && day <= asOf));
  return { on, lapse_days, called_gone: gone.length, came_back: back.length };
}

/** The line after its check: over a fifth of 30 or more came back, and there is none. */
export function judgedLine(everybody: readonly Days[], asOf: number, startsOn: number) {
  const line = lineAt(everybody, asOf, startsOn);
  const check = checkAt(everybody, asOf, startsOn);
  const isWrong =
    line.found_by !== 'none' && check.called_gone >= 30 && check.came_back > 0.2 * check.called_gone;
  const judged: NaiveLine = isWrong
    ? { ...line, found_by: 'none', at_risk_days: null, lapse_days: null }
    : line;
  return { line: judged, check };
}

/** Days of purchase of every customer of a shop, its last day and its first. */
export async function purchaseDays(shop: OpenShop) {
  const bought = await shop.rows<{ customer: string; day: string }>(
    'select distinct customer_id as customer, ordered_on::varchar as day from orders where customer_no is not null order by 1, 2',
  );
  const daysOf = new Map<string, number[]>();
  for (const { customer, day } of bought)
    daysOf.set(customer, [...(daysOf.get(customer) ?? []), dayNumber(day)]);
  const [first] = await shop.rows<{ day: string }>('select starts_on::varchar as day from project');
  return {
    people: [...daysOf.values()],
    asOf: dayNumber(shop.report.as_of!),
    startsOn: dayNumber(first!.day),
  };
}
