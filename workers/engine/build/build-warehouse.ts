import calendarSql from '../../../src/warehouse/marts/calendar.sql?raw';
import contactsSql from '../../../src/warehouse/marts/contacts.sql?raw';
import customerKeysSql from '../../../src/warehouse/marts/customer_keys.sql?raw';
import cohortProjectionSql from '../../../src/warehouse/marts/cohort_projection.sql?raw';
import customerValueSql from '../../../src/warehouse/marts/customer_value.sql?raw';
import customersSql from '../../../src/warehouse/marts/customers.sql?raw';
import customerTypesSql from '../../../src/warehouse/staging/customer_types.sql?raw';
import firstOrderAttributesSql from '../../../src/warehouse/marts/first_order_attributes.sql?raw';
import foldedNameSql from '../../../src/warehouse/marts/folded_name.sql?raw';
import gatheredOrdersSql from '../../../src/warehouse/marts/gathered_orders.sql?raw';
import intervalsSql from '../../../src/warehouse/marts/intervals.sql?raw';
import moneySql from '../../../src/warehouse/marts/money.sql?raw';
import lastDaySql from '../../../src/warehouse/marts/last_day.sql?raw';
import lapseSql from '../../../src/warehouse/marts/lapse.sql?raw';
import lapseDrawnSql from '../../../src/warehouse/marts/lapse_drawn.sql?raw';
import lapseLineSql from '../../../src/warehouse/marts/lapse_line.sql?raw';
import lapseLinesSql from '../../../src/warehouse/marts/lapse_lines.sql?raw';
import orderAttributesSql from '../../../src/warehouse/marts/order_attributes.sql?raw';
import orderCostsSql from '../../../src/warehouse/marts/order_costs.sql?raw';
import orderProductsSql from '../../../src/warehouse/marts/order_products.sql?raw';
import orderLinesSql from '../../../src/warehouse/marts/order_lines.sql?raw';
import orderSequenceSql from '../../../src/warehouse/marts/order_sequence.sql?raw';
import ordersSql from '../../../src/warehouse/marts/orders.sql?raw';
import orderValuesSql from '../../../src/warehouse/marts/order_values.sql?raw';
import periodsSql from '../../../src/warehouse/marts/periods.sql?raw';
import productMergesSql from '../../../src/warehouse/marts/product_merges.sql?raw';
import productNamesSql from '../../../src/warehouse/marts/product_names.sql?raw';
import productMoneySql from '../../../src/warehouse/marts/product_money.sql?raw';
import productsSql from '../../../src/warehouse/marts/products.sql?raw';
import projectSql from '../../../src/warehouse/marts/project.sql?raw';
import refundAttributesSql from '../../../src/warehouse/marts/refund_attributes.sql?raw';
import purchasesSql from '../../../src/warehouse/marts/purchases.sql?raw';
import rhythmsSql from '../../../src/warehouse/marts/rhythms.sql?raw';
import refundsSql from '../../../src/warehouse/marts/refunds.sql?raw';
import { productMerges, type ProductMerge } from '../../../src/ingest/names/product-names';
import standingSql from '../../../src/warehouse/marts/standing.sql?raw';
import { bindKnown } from '../sql/bind';
import type { Database } from '../host/database';
import { hasDiscount, hasLineAmounts, hasLineRefunds, hasTypes, type Plan } from '../plan/plan';
import { stageRows, type Staged } from './stage-rows';

/** As `product_merges.sql` splits lists of names. */
const BETWEEN = '\u001f';

const NO_TYPES = `create or replace table customer_types (customer_id varchar, customer_type varchar)`;

/**
 * `first_order_attributes` is built when somebody first splits by an attribute: it reads the widest texts of the file
 * again, and the first picture does not need it. Until then it is there, and empty.
 */
const NO_ATTRIBUTES = `create or replace table first_order_attributes (customer_no integer, customer_id varchar, attribute varchar, value varchar, is_largest boolean)`;

/** The same holds for what was bought: built when somebody first asks about products. */
const NO_PRODUCTS = [
  'create or replace table product_merges (name varchar, same_as varchar, product varchar, own_key varchar, product_key varchar)',
  'create or replace table product_names (name varchar, lines bigint, own_key varchar, product_key varchar)',
  'create or replace table products (product_no integer, product_key varchar, product varchar)',
  'create or replace table product_money (kind varchar, row_no uinteger, product_no integer, amount decimal(18, 2), is_row boolean)',
  `create or replace table order_products (order_no bigint, customer_no integer, ordered_on date, order_number integer,
     product_no integer, sales decimal(18, 2), refunded decimal(18, 2), worth double)`,
];

/** And for what orders can be told apart by: built when somebody first asks about some orders only. */
const NO_ORDER_ATTRIBUTES = [
  'create or replace table order_values (value_no integer, attribute varchar, value varchar)',
  'create or replace table order_attributes (order_no uinteger, value_no integer, worth double)',
  'create or replace table refund_attributes (row_no uinteger, value_no integer)',
];

/** And for what goods cost. */
const NO_COSTS = 'create or replace table order_costs (order_no uinteger, cost decimal(18, 2))';

/** The tables and views of every shop, in the order in which they are made; staged rows come before them. */
const STEPS = (types: string): readonly string[] => [
  foldedNameSql,
  gatheredOrdersSql,
  customerKeysSql,
  orderSequenceSql,
  ordersSql,
  'drop table gathered_orders',
  'drop table order_sequence',
  refundsSql,
  types,
  customersSql,
  'drop table customer_types',
  lastDaySql,
  projectSql,
  periodsSql,
  calendarSql,
  orderLinesSql,
  contactsSql,
  customerValueSql,
  cohortProjectionSql,
  intervalsSql,
  purchasesSql,
  rhythmsSql,
  lapseSql,
  lapseLinesSql,
  lapseDrawnSql,
  lapseLineSql,
  moneySql,
  standingSql,
  NO_ATTRIBUTES,
  ...NO_PRODUCTS,
  ...NO_ORDER_ATTRIBUTES,
  NO_COSTS,
];

/** What a build that fails half way would leave: temporary tables are nobody's, and no shop takes them along as it goes. */
const LEFT_BEHIND = [
  ...[
    'gathered_orders',
    'order_sequence',
    'refund_documents',
    'refund_numbers',
    'renumbered_refunds',
    'moved_refunds',
  ],
  ...['sets', 'values', 'meetings', 'ties', 'labels'].map((name) => `identifier_${name}`),
  'identifiers',
]
  .map((name) => `drop table if exists ${name}`)
  .join('; ');

const COMMENT = /^comment on [a-z ]+ [\w.]+ is\s+'(?:[^']|'')*';?$/gm;

/** What the tables and columns are is written into the catalogue when somebody looks there: a tenth of the work of a small file. */
export const withoutComments = (sql: string) => sql.replace(COMMENT, '');

/** What begins and ends a transaction takes no time and is never given up half way. */
export const unstoppable = (): AbortSignal => new AbortController().signal;

/**
 * `raw` → staging → marts. `isAtOnce`: in one transaction, so that either all tables are new or none. Else each step is
 * committed, and where it fails some are new: nothing is compressed before it is committed, so that a compressed
 * database needs nearly twice the memory at once.
 */
export async function buildWarehouse(
  signal: AbortSignal,
  database: Database,
  plan: Plan,
  { isAtOnce, onStep }: { isAtOnce: boolean; onStep: (done: number, total: number) => void },
): Promise<Pick<Staged, 'scale' | 'currency' | 'standIns'>> {
  const steps = STEPS(hasTypes(plan) ? customerTypesSql : NO_TYPES);
  let isBegun = false;
  let before = 0;
  try {
    const { scale, currency, values, standIns } = await stageRows(signal, database, plan, {
      isAtOnce,
      begin: async () => {
        if (!isAtOnce) return;
        // Not with `signal`: a stop that arrives while it runs would leave a transaction that nobody ends.
        await database.run(unstoppable(), 'begin transaction');
        isBegun = true;
        signal.throwIfAborted();
      },
      onStep: (done, staging) => {
        before = staging;
        onStep(done, staging + steps.length);
      },
    });
    for (const [done, sql] of steps.entries()) {
      onStep(before + done, before + steps.length);
      await database.run(signal, bindKnown(withoutComments(sql), values));
    }
    signal.throwIfAborted();
    if (isBegun) await database.run(unstoppable(), 'commit');
    isBegun = false;
    return { scale, currency, standIns };
  } catch (error) {
    if (isBegun) await database.run(unstoppable(), 'rollback');
    else await database.run(unstoppable(), LEFT_BEHIND);
    throw error;
  }
}

/** What the file has of what orders are told apart by; where lines have no amounts of their own, prices and pieces say what they are worth. */
const attributeFacts = (plan: Plan) => ({
  has_discount_column: hasDiscount(plan),
  has_line_amounts: hasLineAmounts(plan),
  has_line_refunds: hasLineRefunds(plan),
});

/** Descriptions of all that `buildWarehouse` leaves behind. */
export async function buildComments(signal: AbortSignal, database: Database): Promise<void> {
  const dropped = /^comment on (?:table|column) (?:gathered_orders|order_sequence|customer_types)\b/;
  const comments = STEPS('').flatMap((sql) => sql.match(COMMENT) ?? []);
  await database.run(signal, comments.filter((comment) => !dropped.test(comment)).join('\n'));
}

export async function buildAttributes(signal: AbortSignal, database: Database, plan: Plan): Promise<void> {
  await database.run(signal, bindKnown(firstOrderAttributesSql, attributeFacts(plan)));
}

/** Which product each name means: what is told apart by products reads it. */
export async function buildProductNames(signal: AbortSignal, database: Database, plan: Plan): Promise<void> {
  const merges = productMerges(plan.choices.product_names ?? {}) ?? [];
  const listed = (of: (merge: ProductMerge) => string) => merges.map(of).join(BETWEEN);
  const said = {
    names: listed(({ name }) => name),
    same_as: listed(({ same_as }) => same_as),
    ends: listed(({ product }) => product),
  };
  for (const sql of [productMergesSql, productNamesSql, productsSql])
    await database.run(signal, bindKnown(sql, said));
}

export async function buildProducts(signal: AbortSignal, database: Database, plan: Plan): Promise<void> {
  for (const sql of [orderProductsSql, productMoneySql])
    await database.run(signal, bindKnown(sql, attributeFacts(plan)));
}

export async function buildOrderAttributes(
  signal: AbortSignal,
  database: Database,
  plan: Plan,
): Promise<void> {
  for (const sql of [orderValuesSql, orderAttributesSql, refundAttributesSql])
    await database.run(signal, bindKnown(sql, attributeFacts(plan)));
}

export async function buildCosts(signal: AbortSignal, database: Database, plan: Plan): Promise<void> {
  if (plan.reading.positions.cost === undefined) return;
  await database.run(signal, bindKnown(orderCostsSql, { cost_of: plan.choices.cost_of ?? null }));
}
