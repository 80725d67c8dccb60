import type { Field } from '../../domain/choices';
import type { Counts } from '../../domain/said/reasons';
import type { Said } from '../../domain/said/said';
import { fitsLevel } from './column-levels';
import { tellsType } from '../who/customer-types';
import { BLANKS, HALF_DAYS, rewritten } from '../dates/date-rewrites';
import { plainDigits } from '../numbers/digits';
import { kindOf } from '../rows/row-texts';
import {
  hasDecimals,
  isDateColumn,
  isNearlyUnique,
  isNumberColumn,
  isRateColumn,
  type ReadColumn,
} from './read-columns';

const MONEY: Field[] = ['amount', 'unit_price', 'discount', 'tax', 'shipping', 'total', 'refund', 'cost'];
const WORDS: Field[] = [
  'product',
  'category',
  'country',
  'channel',
  'customer_name',
  'status',
  'currency',
  'staff',
  'branch',
];

const DAYS: Field[] = ['cancelled_at', 'delivered_at', 'birthday'];

export const isMoneyField = (field: Field): boolean => MONEY.includes(field);

const holdsAddresses = ({ evidence }: ReadColumn): boolean =>
  evidence.examples.length > 0 &&
  evidence.examples.filter((value) => /\S@\S+\.\S/.test(value)).length * 2 >= evidence.examples.length;

/** `******123`: somebody's number with most of it hidden. */
export const isMasked = ({ evidence }: ReadColumn): boolean =>
  evidence.examples.length > 0 &&
  evidence.examples.filter((value) => /\*{2,}/.test(value)).length * 2 > evidence.examples.length;

const holdsTimes = ({ evidence }: ReadColumn): boolean =>
  evidence.examples.length > 0 &&
  evidence.examples.every((value) =>
    /^\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?$/i.test(
      rewritten(plainDigits(value).trim(), [...BLANKS, ...HALF_DAYS]),
    ),
  );

const tellsRows = ({ evidence }: ReadColumn): boolean =>
  (evidence.values ?? []).some((text) => kindOf(text) === 'refund' || kindOf(text) === 'other');

/** A column of tags or groups says what customers are only where one of its texts names a dealer or somebody of the shop. */
const tellsCustomers = ({ evidence }: ReadColumn): boolean =>
  [...(evidence.values ?? []), ...evidence.examples].some(tellsType);

/** Nothing but 0 and 1: whether something was given back, not how much. */
const holdsFlags = ({ evidence }: ReadColumn): boolean =>
  evidence.distinct <= 2 &&
  evidence.examples.length > 0 &&
  [...(evidence.values ?? []), ...evidence.examples].every((text) => /^[01]$/.test(text.trim()));

const IDS: Field[] = ['order_id', 'customer', 'phone', 'refund_of'];

/** Most of its numbers were rounded by a spreadsheet, such as 5.78E+17: nothing is told apart by them. */
export const isDestroyed = ({ evidence }: ReadColumn): boolean =>
  2 * (evidence.destroyed ?? 0) > evidence.filled;

/** Whether the values of a column can be those of a field, whatever it is called. */
export function fitsField(field: Field, column: ReadColumn): boolean {
  if (!fitsLevel(field, column.evidence.level)) return false;
  if (IDS.includes(field) && isDestroyed(column)) return false;
  const isEmpty = column.evidence.filled === 0;
  if (field === 'date') return isDateColumn(column);
  if (DAYS.includes(field)) return isEmpty || isDateColumn(column);
  if (isDateColumn(column)) return false;
  if (field === 'time') return holdsTimes(column);
  if (field === 'customer_type') return tellsCustomers(column);
  if (field === 'row_type') return tellsRows(column);
  if (field === 'phone') return !isMasked(column);
  if (field === 'refund' && holdsFlags(column)) return false;
  if (isMoneyField(field)) return isNumberColumn(column);
  if (field === 'quantity') return isNumberColumn(column) && !isRateColumn(column);
  if (field === 'email') return isEmpty || holdsAddresses(column);
  if (field === 'order_id' || field === 'customer') return !hasDecimals(column);
  if (WORDS.includes(field)) return isEmpty || !isNumberColumn(column);
  return true;
}

/** What the counts add to a name, for the reason. */
export function countsOf(field: Field, column: ReadColumn): Said<Counts> {
  const { evidence } = column;
  const different = { different: evidence.distinct, is_estimate: evidence.is_estimate === true };
  if (field === 'date') return { id: column.dates?.ambiguous ? 'dates-two-ways' : 'dates', values: {} };
  if (field === 'order_id' || field === 'customer' || field === 'email' || field === 'phone')
    return isNearlyUnique(column)
      ? { id: 'nearly-unique', values: {} }
      : { id: 'repeats', values: { ...different, rows: evidence.filled } };
  if (field === 'discount' && isRateColumn(column)) return { id: 'shares', values: {} };
  if (isMoneyField(field) || field === 'quantity') return { id: 'numbers', values: {} };
  return { id: 'different', values: different };
}
