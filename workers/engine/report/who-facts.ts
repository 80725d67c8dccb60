import type { Field } from '../../../src/domain/choices';
import type { Fact } from '../../../src/domain/facts';
import { matchName } from '../../../src/ingest/names/match-names';
import type { CountedColumns } from '../evidence/evidence';
import { onlyPrefix } from '../../../src/ingest/who/phone-prefix';
import type { Plan } from '../plan/plan';

const IDS: readonly Field[] = ['order_id', 'customer', 'phone', 'refund_of'];

/** What was taken for granted about numbers that tell orders and people apart, with how many rows or numbers say so. */
export function whoFacts(
  { reading, choices, said_grain, customer_is_guess }: Plan,
  counted: CountedColumns,
): Fact[] {
  const { positions } = reading;
  const facts: Fact[] = [];
  for (const { column, destroyed = 0, examples, position } of counted.columns) {
    const isId = IDS.some(
      (field) => positions[field] === position || matchName(column).some((one) => one.field === field),
    );
    if (destroyed === 0 || !isId) continue;
    const example = examples.find((text) => /e\+\d/i.test(text)) ?? '5.78E+17';
    facts.push({ id: 'destroyed_ids', values: { column, rows: destroyed, example } });
  }
  const who = counted.columns[positions.customer ?? -1];
  if (who && customer_is_guess) {
    const times = Math.round((10 * who.filled) / Math.max(1, who.distinct)) / 10;
    facts.push({ id: 'customer_taken', values: { column: who.column, different: who.distinct, times } });
  }
  const key = counted.columns[positions.order_id ?? -1]?.order_key;
  if (key && key.recurring > 0 && choices.order_grain === undefined)
    facts.push({ id: 'numbers_recur', values: { ...key, grain: said_grain } });
  const days = counted.columns[positions.date ?? -1]?.customer_days;
  if (days && said_grain === 'customer_day' && choices.order_grain === undefined)
    facts.push({ id: 'days_as_orders', values: { rows: days.rows, days: days.several } });
  const prefix = onlyPrefix(counted.prefixes.get(positions.phone ?? -1) ?? []);
  if (prefix && choices.identity?.phone_prefix === undefined)
    facts.push({ id: 'phone_prefix', values: { ...prefix } });
  return facts;
}
