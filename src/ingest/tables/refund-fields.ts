import type { Choices, Field } from '../../domain/choices';
import type { DateReading, NumberReading } from '../../domain/evidence';
import { matchName } from '../names/match-names';
import {
  hasDecimals,
  isDateColumn,
  isNumberColumn,
  readColumns,
  type ReadColumn,
} from '../mapping/read-columns';
import { saysReturned } from './refund-words';
import type { Unit } from './table-shape';

/** Which columns of a list of refunds say how much, when and of whom; positions count from 0. */
export interface RefundFields {
  amount: { position: number; reading: NumberReading } | null;
  date: { position: number; reading: DateReading } | null;
  customer: number | null;
  /** A column of yes and no: a row that says no gave nothing back. */
  flag: number | null;
  /** The column whose dates can be read two ways. */
  ambiguous: ReadColumn | null;
}

const AMOUNTS: readonly Field[] = ['refund', 'amount', 'total', 'unit_price'];
const NO = /^(no|n|false|0|non|nein|nej|nao|khong|tidak|不|否|-)$/i;
const YES = /^(yes|y|true|1|oui|ja|si|sim|co|ya|是|returned|refunded|x)$/i;

const isFlag = ({ evidence }: ReadColumn): boolean =>
  evidence.distinct <= 3 &&
  evidence.examples.length > 0 &&
  evidence.examples.every((value) => NO.test(value.trim()) || YES.test(value.trim()));

/** Place of the best field that a header may name; past the end where it names none. */
const rankOf = (header: string, fields: readonly Field[]): number => {
  const ranks = matchName(header)
    .map(({ field }) => fields.indexOf(field))
    .filter((rank) => rank >= 0);
  return ranks.length > 0 ? Math.min(...ranks) : fields.length;
};

function first<T>(list: readonly T[], by: (one: T) => number): T | undefined {
  return list.toSorted((a, b) => by(a) - by(b))[0];
}

/** Where a list has no amount it is a list of returned orders: each is given back whole. */
export function refundFields({ columns }: Unit, key: number | null, choices: Choices): RefundFields {
  const read = readColumns(
    columns.map(({ evidence }) => evidence),
    choices,
  );
  const free = read
    .map((column, position) => ({ column, position }))
    .filter(({ position }) => position !== key);
  const header = (position: number) => columns[position]!.header;
  const flag = free.find(({ column }) => isFlag(column));
  const dates = free.filter(({ column }) => isDateColumn(column));
  const date = first(dates, ({ position }) =>
    saysReturned(header(position)) ? 0 : 1 + rankOf(header(position), ['date']),
  );
  const numbers = free.filter(
    ({ column, position }) => isNumberColumn(column) && !isDateColumn(column) && position !== flag?.position,
  );
  const named = numbers.filter(({ position }) => rankOf(header(position), AMOUNTS) < AMOUNTS.length);
  const decimals = numbers.filter(({ column }) => hasDecimals(column));
  const amount =
    first(named, ({ position }) => rankOf(header(position), AMOUNTS)) ??
    (decimals.length === 1 ? decimals[0] : undefined);
  const customer = free.find(({ position }) =>
    matchName(header(position)).some(
      ({ field, how }) => how === 'whole' && (field === 'customer' || field === 'email'),
    ),
  );
  const reading = date?.column.dates?.reading;
  const number = amount?.column.numbers?.reading;
  return {
    amount: amount && number ? { position: amount.position, reading: number } : null,
    date: date && reading ? { position: date.position, reading } : null,
    customer: customer?.position ?? null,
    flag: flag?.position ?? null,
    ambiguous: date?.column.dates?.ambiguous ? date.column : null,
  };
}
