import type { Row } from '../../src/domain/table';

export interface PlainOrder {
  customer: string;
  on: string;
  isSecond: boolean;
}

const dayIn = (month: number, day: number): string =>
  new Date(Date.UTC(2010, month, day)).toISOString().slice(0, 10);

/**
 * Customers who all first order in one month (0 is January 2010) and of whom so many have not ordered again at the end of it, of the
 * next … A second order is on the month's last day, so that the file ends with a whole month.
 */
export function firstAndSecond(waiting: readonly number[], start = 0): PlainOrder[] {
  const orders: PlainOrder[] = [];
  for (let one = 0; one < waiting[0]!; one++) {
    const customer = `${start}-${one}`;
    orders.push({ customer, on: dayIn(start, 1), isSecond: false });
    const age = waiting.findIndex((still) => one >= still);
    if (age > 0) orders.push({ customer, on: dayIn(start + age + 1, 0), isSecond: true });
  }
  return orders;
}

export const textOf = (orders: readonly PlainOrder[]): string =>
  ['Order ID,Order date,Customer ID,Amount']
    .concat(orders.map(({ customer, on }, at) => `${at + 1},${on},${customer},10.00`))
    .join('\n') + '\n';

/**
 * What a shifted-beta-geometric model fitted to a monthly grid up to a day says of the ages that end later, and what they brought.
 * Fitted by walking over (ln alpha, ln beta) with ever shorter steps, each survival a plain product: slow and simple.
 */
export function saidByHand(grid: readonly Row[], until: string) {
  const complete = grid.filter(({ is_complete }) => is_complete === true);
  const groups = [...new Set(complete.map(({ cohort }) => String(cohort)))].map((cohort) => {
    const cells = complete.filter((row) => row.cohort === cohort);
    const waiting = cells.map((row) => Number(row.cohort_size) - Number(row.customers));
    const known = cells.filter(({ closes_on }) => String(closes_on) <= until).length;
    return { waiting, known };
  });
  const survival = (alpha: number, beta: number, age: number) => {
    let share = 1;
    for (let t = 1; t <= age; t++) share *= (beta + t - 1) / (alpha + beta + t - 1);
    return share;
  };
  const likelihood = (u: number[]) => {
    const curve = Array.from({ length: 80 }, (_, age) => survival(Math.exp(u[0]!), Math.exp(u[1]!), age));
    let sum = 0;
    for (const { waiting, known } of groups)
      for (let age = 1; age < known; age++) {
        sum += (waiting[age - 1]! - waiting[age]!) * Math.log(curve[age - 1]! - curve[age]!);
        if (age === known - 1) sum += waiting[age]! * Math.log(curve[age]!);
      }
    return sum;
  };
  let at = [0, 0];
  let best = likelihood(at);
  for (let step = 1; step > 1e-7;) {
    const next = [-1, 0, 1]
      .flatMap((x) => [-1, 0, 1].map((y) => [at[0]! + x * step, at[1]! + y * step]))
      .map((u) => ({ u, value: likelihood(u) }))
      .sort((one, other) => other.value - one.value)[0]!;
    if (next.value > best) [at, best] = [next.u, next.value];
    else step /= 2;
  }
  const [alpha, beta] = at.map(Math.exp) as [number, number];
  let [said, happened, waiting] = [0, 0, 0];
  for (const { waiting: still, known } of groups) {
    if (known === 0 || known === still.length) continue;
    const from = still[known - 1]!;
    said += from * (1 - survival(alpha, beta, still.length - 1) / survival(alpha, beta, known - 1));
    happened += from - still.at(-1)!;
    waiting += from;
  }
  return { said, happened, waiting };
}
