import { IDENTITY_FIELDS, type Choices, type Field } from '../../domain/choices';
import type { FieldProposal, Refusal } from '../../domain/mapping';
import { isSerial } from '../dates/detect-dates';
import { plainDigits } from '../numbers/digits';
import { foldName } from '../names/fold-name';
import { listRefusal } from '../layout/lists';
import { matchName } from '../names/match-names';
import { isDateColumn, type ReadColumn } from './read-columns';
import { kindOf } from '../rows/row-texts';

const NO_DATES: Refusal = { id: 'no-dates', values: {} };
const PAYOUTS: Refusal = { id: 'list-of-payouts', values: {} };
const STATEMENT: Refusal = { id: 'account-statement', values: {} };

/** Why a file that nobody has described cannot hold sales, where that is plain; a person's own mapping ends it. */
export function refusalOf(
  columns: ReadColumn[],
  found: (field: Field) => FieldProposal | undefined,
  { map }: Choices,
): Refusal | null {
  if (map && Object.keys(map).length > 0) return null;
  const list = listRefusal(columns, found);
  if (list) return list;
  if (hasNoDates(columns)) return NO_DATES;
  if (IDENTITY_FIELDS.some((field) => found(field))) return null;
  const payouts = columns.filter(({ evidence }) =>
    /\b(payout|auszahlung|versement)\b/.test(foldName(evidence.column)),
  );
  if (payouts.length > 1) return PAYOUTS;
  const type = columns[found('row_type')?.position ?? -1]?.evidence.values ?? [];
  const others = type.filter((text) => kindOf(text) === 'other');
  return !found('order_id') && others.length > 1 ? STATEMENT : null;
}

/** No column is called a date or holds anything like one. */
const hasNoDates = (columns: ReadColumn[]): boolean =>
  !columns.some(
    (column) =>
      isDateColumn(column) ||
      column.evidence.filled === 0 ||
      column.evidence.examples.some(looksAlmostLikeDate) ||
      matchName(column.evidence.column).some(({ field }) => field === 'date'),
  );

/** Day numbers, and texts with several numbers in them, which a person may still tell us are dates. */
const looksAlmostLikeDate = (value: string): boolean =>
  isSerial(value) || /^\d{1,4}\D{1,6}\d{1,4}\D{1,6}\d{1,4}|^\d{8}(\d{6})?$/.test(plainDigits(value).trim());
