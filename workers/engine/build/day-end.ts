import type { Fact } from '../../../src/domain/facts';
import type { Database } from '../host/database';
import { dateExpression, orderedAt } from '../reading/date-expression';
import { keyBeside } from '../evidence/order-look';
import type { Plan } from '../plan/plan';

/** The hours past midnight that are of the day before, as the project says. */
const saidOf = ({ choices }: Plan): number => choices.day_ends_at ?? 0;

/**
 * Days that end later than at midnight, where dates have times: such a day in the plan, and in the keys of orders that are told apart by
 * their day. A column of midnights alone has none.
 */
export async function settleDayEnd(
  signal: AbortSignal,
  database: Database,
  plan: Plan,
  till: number | null,
): Promise<void> {
  const hours = saidOf(plan);
  if (hours === 0) return;
  const { reading, refunds } = plan;
  if (!(await hasTimes(signal, database, orderedAt(reading), 'raw'))) return;
  const date = refunds?.fields.date;
  if (refunds && date) {
    const moment = dateExpression(date.position, {
      ...reading,
      dates: { [date.position]: date.reading },
    });
    refunds.has_times = await hasTimes(signal, database, moment, 'raw_refunds');
  }
  reading.day_ends_at = hours;
  const day = `(${orderedAt(reading)} - to_hours(${hours}))`;
  reading.order_key = keyBeside(plan.said_grain, till, reading.positions.date, reading, day);
}

async function hasTimes(
  signal: AbortSignal,
  database: Database,
  moment: string,
  table: 'raw' | 'raw_refunds',
): Promise<boolean> {
  const [row] = await database.rows<{ has_times: boolean }>(
    signal,
    `select coalesce(bool_or(moment <> date_trunc('day', moment)), false) as has_times
     from (select ${moment} as moment from ${table})`,
  );
  return row?.has_times ?? false;
}

/** What the report says of weeks, years and days that are not those of the calendar. */
export async function calendarFacts(signal: AbortSignal, database: Database, plan: Plan): Promise<Fact[]> {
  const { week_start = 1, fiscal_year_start = 1 } = plan.choices;
  const found: Fact[] = [];
  if (week_start !== 1) found.push({ id: 'week_start', values: { day: week_start } });
  if (fiscal_year_start !== 1) found.push({ id: 'fiscal_year', values: { month: fiscal_year_start } });
  const hours = saidOf(plan);
  if (hours === 0) return found;
  if (plan.reading.day_ends_at === 0) return [...found, { id: 'day_ends_unused', values: {} }];
  const [counted] = await database.rows<{ orders: number; sharp: number }>(
    signal,
    `select count(*) as orders, count(*) filter (ordered_at = date_trunc('day', ordered_at)) as sharp
     from orders where is_valid and ordered_at::date > ordered_on`,
  );
  const { orders = 0, sharp = 0 } = counted ?? {};
  return [...found, { id: 'day_ends', values: { hours, orders, sharp } }];
}
