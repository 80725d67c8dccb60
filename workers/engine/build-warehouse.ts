import type { Choices } from '../../src/domain/choices';
import { CLEANING_RULES, WALK_IN_NAMES } from '../../src/ingest/cleaning-rules';
import type { RefundFields } from '../../src/ingest/tables/refund-fields';
import cancelledLinesSql from '../../src/warehouse/staging/cancelled_lines.sql?raw';
import dropDuplicatesSql from '../../src/warehouse/staging/drop_duplicates.sql?raw';
import dropOverlapsSql from '../../src/warehouse/staging/drop_overlaps.sql?raw';
import dropSupersededSql from '../../src/warehouse/staging/drop_superseded.sql?raw';
import firstAmountsSql from '../../src/warehouse/staging/first_amounts.sql?raw';
import firstRefundsSql from '../../src/warehouse/staging/first_refunds.sql?raw';
import importChangesSql from '../../src/warehouse/staging/import_changes.sql?raw';
import listedRefundsSql from '../../src/warehouse/staging/listed_refunds.sql?raw';
import followFirstRowsSql from '../../src/warehouse/staging/follow_first_rows.sql?raw';
import duplicateRowsSql from '../../src/warehouse/staging/duplicate_rows.sql?raw';
import refundRowsProRataSql from '../../src/warehouse/staging/refund_rows_pro_rata.sql?raw';
import stagedLinesSql from '../../src/warehouse/staging/staged_lines.sql?raw';
import totalsAndHeadingsSql from '../../src/warehouse/staging/totals_and_headings.sql?raw';
import calendarSql from '../../src/warehouse/marts/calendar.sql?raw';
import contactsSql from '../../src/warehouse/marts/contacts.sql?raw';
import customerKeysSql from '../../src/warehouse/marts/customer_keys.sql?raw';
import customerValueSql from '../../src/warehouse/marts/customer_value.sql?raw';
import customersSql from '../../src/warehouse/marts/customers.sql?raw';
import firstOrderAttributesSql from '../../src/warehouse/marts/first_order_attributes.sql?raw';
import gatheredOrdersSql from '../../src/warehouse/marts/gathered_orders.sql?raw';
import orderLinesSql from '../../src/warehouse/marts/order_lines.sql?raw';
import orderSequenceSql from '../../src/warehouse/marts/order_sequence.sql?raw';
import ordersSql from '../../src/warehouse/marts/orders.sql?raw';
import projectSql from '../../src/warehouse/marts/project.sql?raw';
import refundsSql from '../../src/warehouse/marts/refunds.sql?raw';
import { bind, parameterNames, type Values } from './bind';
import type { Database } from './database';
import type { Reading } from './reading';
import type { RefundList } from './refund-list';
import { refundCells, refundRows } from './refund-rows';
import { rowViews, sourceRowsView } from './source-view';
import { tellingTexts } from './telling-texts';

/** What decides the tables: how columns are read, and what the project chose. */
export interface Plan {
  reading: Reading;
  columns: number;
  choices: Choices;
  order_grain: NonNullable<Choices['order_grain']>;
  /** The status stands on each row and speaks of that row alone. */
  status_of_lines: boolean;
  name_is_identity: boolean;
  has_customers: boolean;
  /** A list of refunds beside the rows of orders, and what its columns mean. */
  refunds: { list: RefundList; fields: RefundFields } | null;
  /** The day after which a row's date lies in the future, 'YYYY-MM-DD'. */
  today: string;
}

type OnStep = (done: number, total: number) => void;

export const ruleAction = (choices: Choices, id: string) =>
  choices.rules?.[id] ?? CLEANING_RULES.find((rule) => rule.id === id)?.default ?? 'keep';

/**
 * `raw` → staging → marts, in one transaction: either all tables are new or none. Returns the digits after the
 * decimal mark that money keeps, and the currency that is counted.
 */
export async function buildWarehouse(
  signal: AbortSignal,
  database: Database,
  plan: Plan,
  onStep: OnStep,
): Promise<{ scale: number; currency: string | null }> {
  const { choices } = plan;
  const { refunds } = plan;
  const { layout } = plan.reading;
  const texts = await tellingTexts(signal, database, plan.reading);
  const beside = refunds && refundRows(refunds.list, refunds.fields, plan.reading);
  const view = sourceRowsView(plan.reading, texts, beside);
  await database.run(signal, 'begin transaction');
  try {
    for (const sql of [
      view.sql,
      ...rowViews(plan.columns, plan.reading.positions, refunds && refundCells(refunds.list.headers.length)),
    ])
      await database.run(signal, sql);
    const currency = choices.currency ?? (await mainCurrency(signal, database, plan));
    const values: Values = {
      order_grain: plan.order_grain,
      amount_level: plan.reading.amount_level,
      today: plan.today,
      currency,
      cancelled_document: ruleAction(choices, 'cancelled_document'),
      refund_row: ruleAction(choices, 'refund_row'),
      zero_price: ruleAction(choices, 'zero_price'),
      negative_quantity: ruleAction(choices, 'negative_quantity'),
      negative_amount: ruleAction(choices, 'negative_amount'),
      no_customer: ruleAction(choices, 'no_customer'),
      walk_in: ruleAction(choices, 'walk_in'),
      name_is_identity: plan.name_is_identity,
      guest_names: `|${WALK_IN_NAMES.map((name) => name.toLowerCase()).join('|')}|`,
      refund_includes_tax: layout.refunds.includes_tax,
      cancelled: choices.valid?.cancelled ?? 'drop',
      zero_net: choices.valid?.zero_net ?? 'drop',
      fully_refunded: choices.valid?.fully_refunded ?? 'drop',
      as_of: choices.as_of ?? null,
      history: choices.history ?? 'unknown',
      money_scale: view.scale,
      has_customers: plan.has_customers,
    };
    const drop = ruleAction(choices, 'exact_duplicate') === 'drop' ? [dropDuplicatesSql] : [];
    const level = {
      line: [],
      order_first_row: [followFirstRowsSql],
      order_repeated: [firstAmountsSql],
    }[plan.reading.amount_level];
    const hasLineStates = plan.status_of_lines && texts.cancelled.length > 0 && values.cancelled === 'drop';
    const rowsWithTax = layout.refunds.includes_tax && layout.rows.type !== null;
    const steps = [
      stagedLinesSql,
      totalsAndHeadingsSql,
      ...(hasImports(plan) ? [importChangesSql, dropSupersededSql] : []),
      ...(hasLineStates ? [cancelledLinesSql] : []),
      ...level,
      ...(layout.refunds.level === 'order_repeated' ? [firstRefundsSql] : []),
      ...(refunds ? [listedRefundsSql] : []),
      ...(rowsWithTax ? [refundRowsProRataSql] : []),
      ...(ruleAction(choices, 'overlap') === 'drop' ? [dropOverlapsSql] : []),
      duplicateRowsSql,
      ...drop,
      gatheredOrdersSql,
      customerKeysSql,
      orderSequenceSql,
      ordersSql,
      'drop table gathered_orders',
      'drop table order_sequence',
      refundsSql,
      customersSql,
      projectSql,
      calendarSql,
      orderLinesSql,
      contactsSql,
      customerValueSql,
      NO_ATTRIBUTES,
    ];
    for (const [done, sql] of steps.entries()) {
      onStep(done, steps.length);
      await database.run(signal, bindKnown(sql, values));
    }
    await database.run(signal, 'commit');
    return { scale: view.scale, currency };
  } catch (error) {
    await database.run(new AbortController().signal, 'rollback');
    throw error;
  }
}

/**
 * `first_order_attributes` is built when somebody first splits by an attribute: it reads the widest texts of the file
 * again, and the first picture does not need it. Until then it is there, and empty.
 */
const NO_ATTRIBUTES = `create or replace table first_order_attributes (customer_id varchar, attribute varchar, value varchar)`;

export async function buildAttributes(signal: AbortSignal, database: Database, plan: Plan): Promise<void> {
  await database.run(signal, bindKnown(firstOrderAttributesSql, { has_discount_column: hasDiscount(plan) }));
}

const hasDiscount = ({ reading }: Plan): boolean =>
  reading.positions.discount !== undefined || reading.positions.discount_code !== undefined;

/** Files were added to others, and their rows say which order they are of. */
export const hasImports = ({ reading, order_grain }: Plan): boolean =>
  reading.generation !== null && order_grain !== 'row';

/** Bind those values that a text names. */
export function bindKnown(sql: string, values: Values): string {
  return bind(sql, Object.fromEntries(parameterNames(sql).map((name) => [name, values[name] ?? null])));
}

async function mainCurrency(signal: AbortSignal, database: Database, plan: Plan): Promise<string | null> {
  if (plan.reading.positions.currency === undefined) return null;
  const [most] = await database.rows<{ currency: string }>(
    signal,
    `select currency from source_rows where currency is not null group by currency
     order by count(distinct coalesce(order_id, row_no::varchar)) desc, currency limit 1`,
  );
  return most?.currency ?? null;
}
