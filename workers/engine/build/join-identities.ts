import { WALK_IN_NAMES } from '../../../src/ingest/who/stand-ins';
import type { Field } from '../../../src/domain/choices';
import dropStepsSql from '../../../src/warehouse/identity/drop_steps.sql?raw';
import firstLabelsSql from '../../../src/warehouse/identity/first_labels.sql?raw';
import identifiersSql from '../../../src/warehouse/identity/identifiers.sql?raw';
import joinedKeysSql from '../../../src/warehouse/identity/joined_keys.sql?raw';
import meetingsSql from '../../../src/warehouse/identity/meetings.sql?raw';
import noJoiningSql from '../../../src/warehouse/identity/no_joining.sql?raw';
import setsSql from '../../../src/warehouse/identity/sets.sql?raw';
import valuesSql from '../../../src/warehouse/identity/values.sql?raw';
import phoneBareSql from '../../../src/warehouse/identity/phone_bare.sql?raw';
import phoneDigitsSql from '../../../src/warehouse/identity/phone_digits.sql?raw';
import touchingSetsSql from '../../../src/warehouse/identity/touching_sets.sql?raw';
import spreadLabelsSql from '../../../src/warehouse/identity/spread_labels.sql?raw';
import customerMergesSql from '../../../src/warehouse/marts/customer_merges.sql?raw';
import sharedIdentifiersSql from '../../../src/warehouse/marts/shared_identifiers.sql?raw';
import { bind, bindKnown } from '../sql/bind';
import type { Plan } from '../plan/plan';
import type { Database } from '../host/database';

/** Names that stand for nobody, as one text for `contains`. */
export const guestNames = `|${WALK_IN_NAMES.join('|')}|`;

const JOINABLE: readonly Field[] = ['customer', 'email', 'phone'];

const FIRST_STEPS = [setsSql, touchingSetsSql, valuesSql, meetingsSql, identifiersSql, firstLabelsSql];

/** Chains halve with every step, so that even one through a million people is at its end before this. */
const MOST_STEPS = 64;

/**
 * `source_rows` → `joined_keys`: ids, e-mails and phones that meet on one order are one customer. `customer_merges` lists
 * who was joined, `shared_identifiers` what joins nobody. Costs nothing where one column alone says who bought.
 */
export async function joinIdentities(signal: AbortSignal, database: Database, plan: Plan): Promise<void> {
  const { identity } = plan.choices;
  const values = {
    phone_prefix: plan.phone_prefix?.replace(/\D/g, '') || null,
    order_grain: plan.order_grain,
    guest_names: guestNames,
    apart: `\u001f${(identity?.apart ?? []).flatMap((id) => [id, id.toLowerCase()]).join('\u001f')}\u001f`,
  };
  const run = (sql: string) => database.run(signal, bindKnown(sql, values));
  await run(phoneBareSql);
  await run(phoneDigitsSql);
  const mapped = JOINABLE.filter((field) => plan.reading.positions[field] !== undefined);
  const joins = mapped.length > 1 && identity?.merge !== 'off';
  for (const sql of joins ? FIRST_STEPS : [noJoiningSql]) await run(sql);
  if (joins) {
    await spread(signal, database);
    await run(joinedKeysSql);
  }
  for (const sql of [customerMergesSql, sharedIdentifiersSql, dropStepsSql]) await run(sql);
}

async function spread(signal: AbortSignal, database: Database): Promise<void> {
  const sum = async () =>
    (
      await database.rows<{ sum: string | null }>(
        signal,
        'select sum(label)::varchar as sum from identifier_labels',
      )
    )[0]?.sum;
  let before = await sum();
  for (let step = 0; step < MOST_STEPS; step++) {
    await database.run(signal, bind(spreadLabelsSql, {}));
    const after = await sum();
    if (after === before) return;
    before = after;
  }
  throw new Error('customers could not be joined: their labels do not come to rest');
}
