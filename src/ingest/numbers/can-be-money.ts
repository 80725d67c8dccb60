import type { Field } from '../../domain/choices';
import { matchName } from '../names/match-names';
import {
  hasCurrencyMark,
  hasDecimals,
  isDateColumn,
  isNearlyUnique,
  isNumberColumn,
  isRateColumn,
  type ReadColumn,
} from '../mapping/read-columns';

const NAMES_MONEY: readonly Field[] = ['amount', 'total', 'unit_price'];
/** Fields whose columns hold numbers that nobody adds up. */
const NAMES_NUMBERS: readonly Field[] = [
  'order_id',
  'customer',
  'phone',
  'sku',
  'quantity',
  'staff',
  'branch',
  'refund_of',
  'referred_by',
  'discount_code',
];

const isNamed = ({ evidence }: ReadColumn, fields: readonly Field[]): boolean =>
  matchName(evidence.column).some(({ field }) => fields.includes(field));

/** Called an amount, a total or a price, whatever stands in it. */
export const isNamedMoney = (column: ReadColumn): boolean => isNamed(column, NAMES_MONEY);

/** Whether the values of a column can be amounts. Numbers that tell things apart are none, though they are numbers too. */
export function canBeMoney(column: ReadColumn): boolean {
  if (!isNumberColumn(column) || isDateColumn(column) || isRateColumn(column)) return false;
  if (hasDecimals(column) || hasCurrencyMark(column)) return true;
  return !isNamed(column, NAMES_NUMBERS) && !looksLikeIds(column);
}

/** Whole numbers of one length, nearly every row its own: 1000412, 1000413, 1000415. */
function looksLikeIds(column: ReadColumn): boolean {
  const lengths = new Set(column.evidence.examples.map((text) => text.trim().length));
  return isNearlyUnique(column) && lengths.size === 1;
}
