import { FIELDS, IDENTITY_FIELDS, type Field } from '../../domain/choices';
import type { FieldProposal } from '../../domain/mapping';
import type { Reason } from '../../domain/said/reasons';
import { matchesOf } from './column-levels';
import { countsOf, fitsField, isDestroyed, isMasked, isMoneyField } from './fits-field';
import { foldName } from '../names/fold-name';
import { namesAmount } from '../names/header-words';
import type { NameMatch } from '../names/match-names';
import { columnNamed } from '../profiles/known';
import type { Profile } from '../profiles/profile';
import {
  hasCurrencyMark,
  hasDecimals,
  isDateColumn,
  isNumberColumn,
  isRateColumn,
  type ReadColumn,
} from './read-columns';

/** Fields that a file can do without. */
const OPTIONAL: readonly Field[] = [
  'quantity',
  'time',
  'discount',
  'tax',
  'shipping',
  'cost',
  'cancelled_at',
];

const IDENTIFIERS: readonly Field[] = ['order_id', 'customer', 'phone', 'refund_of'];

const isReadable = (field: Field, column: ReadColumn): boolean =>
  isMoneyField(field) ? isNumberColumn(column) : fitsField(field, column);

/** What a person has decided: field → 0-based position, or null for "this file has none". */
export type Decided = Partial<Record<Field, number | null>>;

const isIdentity = (field: Field): boolean => (IDENTITY_FIELDS as readonly Field[]).includes(field);

/** Identity is chosen as a group: naming one of its fields says that the others are not wanted. */
export function openFields(decided: Decided): Field[] {
  const identityDecided = IDENTITY_FIELDS.some((field) => typeof decided[field] === 'number');
  const priceDecided = typeof decided.unit_price === 'number' && typeof decided.quantity === 'number';
  return FIELDS.filter(
    (field) =>
      decided[field] === undefined &&
      !(identityDecided && isIdentity(field)) &&
      !(priceDecided && field === 'amount'),
  );
}

const proposal = (
  field: Field,
  column: ReadColumn,
  confidence: FieldProposal['confidence'],
  reason: Reason,
): FieldProposal => ({
  field,
  position: column.evidence.position,
  column: column.evidence.column,
  confidence,
  reason,
});

export const decidedFields = (decided: Decided, columns: ReadColumn[]): FieldProposal[] =>
  FIELDS.flatMap((field) => {
    const position = decided[field];
    const column = typeof position === 'number' ? columns[position] : undefined;
    return column ? [proposal(field, column, 'sure', { id: 'chosen', values: {} })] : [];
  });

export function profileFields(profile: Profile, open: Field[], columns: ReadColumn[]): FieldProposal[] {
  return open.flatMap((field) => {
    const named = columnNamed(
      profile.fields[field] ?? [],
      columns.map(({ evidence }) => evidence),
    );
    const column = columns.find(({ evidence }) => evidence === named);
    // A masked phone tells nobody apart, and a date beside the time needs no time.
    if (!column || ((field === 'phone' || field === 'email') && isMasked(column))) return [];
    if (IDENTIFIERS.includes(field) && isDestroyed(column)) return [];
    // A column that holds something else than it did is not read as what it was.
    if (OPTIONAL.includes(field) && column.evidence.filled > 0 && !isReadable(field, column)) return [];
    const how = profile.seen === 'memory' ? 'likely' : 'sure';
    return [proposal(field, column, how, { id: 'profile', values: { profile: profile.name } })];
  });
}

/** Beside a fee, a net amount is what is left of the sale after it. */
const FEE = /\b(fees?|gebuhr|commission|frais|comision|phi giao dich)\b|手续费/;
const AFTER_FEES = /^(net|netto|neto|net amount|net total|montant net|importe neto)$/;

interface Match extends NameMatch {
  column: ReadColumn;
}

/** Names decide who may, values decide who can; the best name takes the column. */
export function namedFields(open: Field[], free: ReadColumn[]): FieldProposal[] {
  const hasFee = free.some(({ evidence }) => FEE.test(foldName(evidence.column)) && evidence.filled > 0);
  const matches: Match[] = free
    .flatMap((column) => matchesOf(column).map((match) => ({ ...match, column })))
    .filter(({ field, column }) => open.includes(field) && fitsField(field, column))
    .filter(
      ({ field, column }) =>
        !(hasFee && field === 'amount' && AFTER_FEES.test(foldName(column.evidence.column))),
    )
    // A total by another name has tax and shipping inside, and refunds taken off.
    .filter(({ field, column }) => !(field === 'amount' && column.evidence.is_total === true));
  // An export of everything has empty columns too: one with values goes before them.
  const rank = ({ column, score }: Match) => score - (column.evidence.filled === 0 ? 200 : 0);
  matches.sort((a, b) => rank(b) - rank(a) || FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field));
  const takenFields = new Set<Field>();
  const takenColumns = new Set<ReadColumn>();
  const proposals: FieldProposal[] = [];
  for (const { field, column, how } of matches) {
    if (takenFields.has(field) || takenColumns.has(column)) continue;
    takenFields.add(field);
    takenColumns.add(column);
    proposals.push(
      proposal(field, column, how === 'whole' ? 'sure' : 'likely', {
        id: 'named',
        values: { field, how, counts: countsOf(field, column) },
      }),
    );
  }
  return proposals;
}

/** Where names say nothing: the only column whose values can be the date, an address or the amount. */
export function guessedFields(open: Field[], free: ReadColumn[], hasPrice: boolean): FieldProposal[] {
  const proposals: FieldProposal[] = [];
  const own = free.filter(({ evidence }) => evidence.level !== 'customer' && evidence.level !== 'product');
  const only = (fits: (column: ReadColumn) => boolean) => {
    const fitting = own.filter(fits);
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  const date = open.includes('date') && only(isDateColumn);
  if (date) proposals.push(proposal('date', date, 'likely', { id: 'only-dates', values: {} }));
  const email =
    open.includes('email') && only((column) => column.evidence.filled > 0 && fitsField('email', column));
  if (email) proposals.push(proposal('email', email, 'likely', { id: 'only-addresses', values: {} }));
  const isMoneyLike = (column: ReadColumn) =>
    isNumberColumn(column) && !isDateColumn(column) && !isRateColumn(column);
  const wantsAmount = open.includes('amount') && !hasPrice;
  const called = wantsAmount && only((one) => isMoneyLike(one) && namesAmount(one.evidence.column));
  const canBeAmount = (column: ReadColumn) =>
    isMoneyLike(column) && (hasDecimals(column) || hasCurrencyMark(column));
  const amount = wantsAmount && !called && only(canBeAmount);
  if (called) proposals.push(proposal('amount', called, 'likely', { id: 'word-of-amount', values: {} }));
  if (amount) proposals.push(proposal('amount', amount, 'guess', { id: 'only-decimals', values: {} }));
  return proposals;
}
