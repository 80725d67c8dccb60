import dayOfSql from '../../../src/warehouse/staging/day_of.sql?raw';
import cancelledLinesSql from '../../../src/warehouse/staging/cancelled_lines.sql?raw';
import dropDuplicatesSql from '../../../src/warehouse/staging/drop_duplicates.sql?raw';
import dropOverlapsSql from '../../../src/warehouse/staging/drop_overlaps.sql?raw';
import dropSupersededSql from '../../../src/warehouse/staging/drop_superseded.sql?raw';
import duplicateRowsSql from '../../../src/warehouse/staging/duplicate_rows.sql?raw';
import firstAmountsSql from '../../../src/warehouse/staging/first_amounts.sql?raw';
import firstRefundsSql from '../../../src/warehouse/staging/first_refunds.sql?raw';
import followFirstRowsSql from '../../../src/warehouse/staging/follow_first_rows.sql?raw';
import importChangesSql from '../../../src/warehouse/staging/import_changes.sql?raw';
import giftCardsSql from '../../../src/warehouse/staging/gift_cards.sql?raw';
import giftCardsInOrdersSql from '../../../src/warehouse/staging/gift_cards_in_orders.sql?raw';
import keyedRowsSql from '../../../src/warehouse/identity/keyed_rows.sql?raw';
import listedRefundsSql from '../../../src/warehouse/staging/listed_refunds.sql?raw';
import refundOfGoodsSql from '../../../src/warehouse/staging/refund_of_goods.sql?raw';
import refundOrdersSql from '../../../src/warehouse/staging/refund_orders.sql?raw';
import refundRowsProRataSql from '../../../src/warehouse/staging/refund_rows_pro_rata.sql?raw';
import renumberAnewSql from '../../../src/warehouse/staging/renumber_anew.sql?raw';
import renumberInPlaceSql from '../../../src/warehouse/staging/renumber_in_place.sql?raw';
import stagedLinesSql from '../../../src/warehouse/staging/staged_lines.sql?raw';
import totalsAndHeadingsSql from '../../../src/warehouse/staging/totals_and_headings.sql?raw';
import { bindKnown, type Values } from '../sql/bind';
import type { Database } from '../host/database';
import { guestNames, joinIdentities } from './join-identities';
import { hasCurrency, hasImports, quantityOfDealers, ruleAction, type Plan } from '../plan/plan';
import { moneyMacro, seenRows } from './seen-rows';
import { refundCells, refundRows } from './refund-rows';
import { isOneOf } from '../reading/reading';
import { rowViews, sourceRowsView } from '../reading/source-view';
import { findStandIns, type StandIns } from './stand-ins';
import { textMeanings } from './text-meanings';

/** What the rows became, and what the tables after them are told. */
export interface Staged {
  /** Digits after the decimal mark that money keeps. */
  scale: number;
  /** The currency that is counted. */
  currency: string | null;
  values: Values;
  /** What was typed where nobody was known. */
  standIns: StandIns;
}

/**
 * `raw` → `source_rows` → `staged_lines`: what every row of the file is. `begin` is called once the file has been looked
 * at and before the first table is written; the steps after the first look are told to `onStep`.
 */
export async function stageRows(
  signal: AbortSignal,
  database: Database,
  plan: Plan,
  {
    begin,
    onStep,
    isAtOnce,
  }: { begin: () => Promise<void>; onStep: (done: number, steps: number) => void; isAtOnce: boolean },
): Promise<Staged> {
  const { choices, refunds, reading } = plan;
  const { layout } = reading;
  const texts = await textMeanings(
    ...([signal, database, reading, choices.customer_type?.values, choices.statuses] as const),
  );
  const standIns = await nobodysTexts(signal, database, plan);
  for (const [position, values] of Object.entries(standIns.texts))
    texts.nobody[Number(position)] = [...(texts.nobody[Number(position)] ?? []), ...values];
  const beside = refunds && refundRows(refunds, reading);
  const view = sourceRowsView(reading, texts, beside);
  await begin();
  for (const sql of [
    view.sql,
    ...rowViews(plan.columns, reading.positions, refunds && refundCells(refunds.list.headers.length)),
  ])
    await database.run(signal, sql);
  await joinIdentities(signal, database, plan);
  const currency = reading.rates?.into ?? choices.currency ?? (await mainCurrency(signal, database, plan));
  const values = valuesOf(plan, view.scale, currency);
  const level = {
    line: [],
    order_first_row: [followFirstRowsSql],
    order_repeated: [firstAmountsSql],
  }[reading.amount_level];
  const hasLineStates = plan.status_of_lines && texts.cancelled.length > 0 && values.cancelled === 'drop';
  const rowsWithTax = layout.refunds.includes_tax && layout.rows.type !== null;
  const gifts = `create or replace table gift_card_rows as select row_no, coalesce(unit_price, 0) * coalesce(quantity, 1) as price
    from source_rows where ${isOneOf(
      'product',
      texts.gifts.map((text) => text.trim()),
    )}`;
  const first = [gifts, dayOfSql, refundOfGoodsSql, keyedRowsSql, stagedLinesSql];
  for (const [done, sql] of first.entries()) {
    onStep(done, first.length + LATER_STEPS);
    await database.run(signal, bindKnown(sql, values));
  }
  const seen = await seenRows(signal, database);
  await database.run(signal, moneyMacro(seen));
  const steps = [
    ...(seen.loose > 0 ? [totalsAndHeadingsSql] : []),
    ...(hasImports(plan) ? [importChangesSql, dropSupersededSql] : []),
    ...(hasLineStates && seen.cancelled > 0 ? [cancelledLinesSql] : []),
    ...level,
    ...(texts.gifts.length > 0 && ruleAction(choices, 'gift_card') === 'drop'
      ? [giftCardsSql, ...(reading.amount_level === 'line' ? [] : [giftCardsInOrdersSql])]
      : []),
    ...(layout.refunds.level === 'order_repeated' ? [firstRefundsSql] : []),
    ...(refunds ? [listedRefundsSql] : []),
    ...(seen.overlaps > 0 && ruleAction(choices, 'overlap') === 'drop' ? [dropOverlapsSql] : []),
    duplicateRowsSql,
    ...(ruleAction(choices, 'exact_duplicate') === 'drop' ? [dropDuplicatesSql] : []),
    ...(seen.refunds > 0 ? [refundOrdersSql, isAtOnce ? renumberInPlaceSql : renumberAnewSql] : []),
    ...(rowsWithTax ? [refundRowsProRataSql] : []),
  ];
  for (const [done, sql] of steps.entries()) {
    onStep(first.length + done, first.length + steps.length);
    await database.run(signal, bindKnown(sql, values));
  }
  return { scale: view.scale, currency, values, standIns };
}

/** About so many steps follow the staged rows, before it is known which of them find anything to do. */
const LATER_STEPS = 4;

const NO_STAND_INS: StandIns = { texts: {}, rows: 0, most: '' };

const nobodysTexts = (signal: AbortSignal, database: Database, { reading, choices }: Plan) =>
  ruleAction(choices, 'walk_in') === 'drop'
    ? findStandIns(signal, database, reading)
    : Promise.resolve(NO_STAND_INS);

function valuesOf(plan: Plan, money_scale: number, currency: string | null): Values {
  const { choices, reading } = plan;
  return {
    order_grain: plan.order_grain,
    amount_level: reading.amount_level,
    today: plan.today,
    currency,
    cancelled_document: ruleAction(choices, 'cancelled_document'),
    refund_row: ruleAction(choices, 'refund_row'),
    zero_price: ruleAction(choices, 'zero_price'),
    negative_quantity: ruleAction(choices, 'negative_quantity'),
    negative_amount: ruleAction(choices, 'negative_amount'),
    no_customer: ruleAction(choices, 'no_customer'),
    sentinel_date: ruleAction(choices, 'sentinel_date'),
    walk_in: ruleAction(choices, 'walk_in'),
    name_is_identity: plan.name_is_identity,
    guest_names: guestNames,
    refund_includes_tax: reading.layout.refunds.includes_tax,
    cancelled: choices.valid?.cancelled ?? 'drop',
    zero_net: reading.amount_from === null ? 'keep' : (choices.valid?.zero_net ?? 'drop'),
    fully_refunded: choices.valid?.fully_refunded ?? 'drop',
    as_of: choices.as_of ?? null,
    history: choices.history ?? 'unknown',
    occasion: choices.occasion ?? 'usual',
    week_start: choices.week_start ?? 1,
    fiscal_year_start: choices.fiscal_year_start ?? 1,
    day_ends_at: reading.day_ends_at,
    money_scale,
    has_customers: plan.has_customers,
    has_amounts: reading.amount_from !== null,
    median_quantity: quantityOfDealers(plan),
  };
}

async function mainCurrency(signal: AbortSignal, database: Database, plan: Plan): Promise<string | null> {
  if (!hasCurrency(plan)) return plan.reading.currency?.of ?? null;
  const [most] = await database.rows<{ currency: string }>(
    signal,
    `select currency from source_rows where currency is not null group by currency
     order by count(distinct coalesce(order_id, row_no::varchar)) desc, currency limit 1`,
  );
  return most?.currency ?? null;
}
