import type { Choices, OrderGrain } from '../../../src/domain/choices';
import type { OpenQuestion } from '../../../src/domain/said/questions';
import { CLEANING_RULES } from '../../../src/ingest/rows/cleaning-rules';
import type { RefundFields } from '../../../src/ingest/tables/refund-fields';
import type { Reading } from '../reading/reading';
import type { RefundList } from '../import/refund-list';

/** What decides the tables: how columns are read, and what the project chose. */
export interface Plan {
  reading: Reading;
  columns: number;
  choices: Choices;
  order_grain: 'order_id' | 'row' | 'customer_day';
  /** The same with what tells a number from itself elsewhere. */
  said_grain: OrderGrain;
  /** Country prefix of phones that are written without one, where it is known. */
  phone_prefix: string | null;
  /** The status stands on each row and speaks of that row alone. */
  status_of_lines: boolean;
  name_is_identity: boolean;
  /** The customer was found without a header that says so. */
  customer_is_guess: boolean;
  /** Questions that were not asked, and what was done instead; '' where values stand as they are written. */
  assumed: { question: OpenQuestion; answer: string }[];
  has_customers: boolean;
  /** A list of refunds beside the rows of orders, and what its columns mean. */
  refunds: { list: RefundList; fields: RefundFields; has_times?: boolean } | null;
  /** The day after which a row's date is still to come everywhere, 'YYYY-MM-DD'. */
  today: string;
}

export const ruleAction = (choices: Choices, id: string) =>
  choices.rules?.[id] ??
  (id === 'gift_card' && choices.gift_cards === 'in' ? 'keep' : undefined) ??
  CLEANING_RULES.find((rule) => rule.id === id)?.default ??
  'keep';

/** The rule by quantity, where the file has quantities. */
export const quantityOfDealers = ({ choices, reading }: Plan): number | null =>
  reading.positions.quantity === undefined ? null : (choices.customer_type?.median_quantity ?? null);

/** Without a column or a rule that says otherwise, all customers are final ones. */
export const hasTypes = (plan: Plan): boolean =>
  plan.reading.positions.customer_type !== undefined || quantityOfDealers(plan) !== null;

export const hasDiscount = ({ reading }: Plan): boolean =>
  reading.positions.discount !== undefined || reading.positions.discount_code !== undefined;

/** A row's amount is its own, not the whole order's. */
export const hasLineAmounts = ({ reading }: Plan): boolean =>
  reading.amount_level === 'line' || reading.amount_from === 'price_times_quantity';

/** What a row says was given back is of its own line, not of the whole order. */
export const hasLineRefunds = (plan: Plan): boolean => {
  const { level, includes_tax } = plan.reading.layout.refunds;
  return hasLineAmounts(plan) && level === 'line' && !includes_tax;
};

/** Files were added to others, and their rows say which order they are of. */
export const hasImports = ({ reading, order_grain }: Plan): boolean =>
  reading.generation !== null && order_grain !== 'row';

/** Rows say their currency, in a column or beside their amounts. */
export const hasCurrency = ({ reading }: Plan): boolean =>
  reading.positions.currency !== undefined || reading.currency_marks.length > 0;

/** The tables know an order by its number, in which what stands beside it is already. */
export const builtBy = (grain: OrderGrain): Plan['order_grain'] =>
  grain === 'row' || grain === 'customer_day' ? grain : 'order_id';
