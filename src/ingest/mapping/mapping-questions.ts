import { IDENTITY_FIELDS, type Choices, type Field } from '../../domain/choices';
import type { Answer, OpenQuestion } from '../../domain/said/questions';
import type { FieldProposal } from '../../domain/mapping';
import { withoutClock } from '../dates/date-shapes';
import { bothReadings } from '../dates/detect-dates';
import { canBeMoney, isNamedMoney } from '../numbers/can-be-money';
import { plainDigits } from '../numbers/digits';
import { isMoneyField } from './fits-field';
import { matchName } from '../names/match-names';
import { NONE } from './none';
import { entryOf } from '../numbers/number-shapes';
import { isDateColumn, type ReadColumn } from './read-columns';

const withExample = ({ evidence: { column, examples } }: ReadColumn): Answer => {
  const [example] = examples;
  if (example === undefined) return { value: column };
  return { value: column, label: { id: 'column-with-example', values: { column, example } } };
};

export function dateOrderQuestion(column: ReadColumn): OpenQuestion {
  const values = (column.evidence.dates ?? []).flatMap(({ examples }) => examples);
  const telling = values.filter((value) => {
    const [a, b] = withoutClock(plainDigits(value)).match(/\d+/g) ?? [];
    return a !== undefined && b !== undefined && Number(a) !== Number(b);
  });
  const shown = (telling.length > 0 ? telling : values).slice(0, 3);
  const [first = ''] = shown;
  const { day_first, month_first } = bothReadings(first);
  return {
    id: 'date_order',
    column: column.evidence.column,
    values: { column: column.evidence.column, mixed: column.dates?.mixed ?? null },
    options: [
      { value: 'dmy', label: { id: 'day-first', values: { text: first, read: day_first } } },
      { value: 'mdy', label: { id: 'month-first', values: { text: first, read: month_first } } },
    ],
    examples: shown.map((text) => ({ id: 'two-ways', values: { text, ...bothReadings(text) } })),
  };
}

function decimalQuestion(column: ReadColumn): OpenQuestion {
  const { examples, numbers } = column.evidence;
  const values = [...examples, ...(numbers?.other.flatMap((shape) => shape.examples) ?? [])];
  const marked = values.filter((value) => /\d[.,]\d{3}(?!\d)/.test(value));
  const first = marked[0] ?? '1.234';
  const thousand = first.replace(/(\d)[.,](?=\d{3})/g, '$1');
  const fraction = first.replace(',', '.');
  const mark = first.includes(',') ? ',' : '.';
  return {
    id: 'decimal',
    column: column.evidence.column,
    values: { column: column.evidence.column, example: first },
    options: [
      { value: mark === '.' ? ',' : '.', label: { id: 'thousands', values: { text: thousand, mark } } },
      { value: mark, label: { id: 'decimals', values: { text: fraction, mark } } },
    ],
    examples: [...new Set(marked)].slice(0, 3),
  };
}

function creditQuestion({ evidence }: ReadColumn): OpenQuestion {
  const shown = (evidence.numbers?.other ?? []).flatMap(({ examples }) => examples.slice(0, 1)).slice(0, 3);
  const credit = shown.find((text) => entryOf(text) === 'CR') ?? 'CR';
  return {
    id: 'credit',
    column: evidence.column,
    values: { column: evidence.column, example: credit },
    options: [
      { value: 'in', label: { id: 'credit-in', values: {} } },
      { value: 'out', label: { id: 'credit-out', values: {} } },
    ],
    examples: shown,
  };
}

function missingDate(columns: ReadColumn[]): OpenQuestion {
  const dated = columns.filter(isDateColumn);
  const named = columns.filter(({ evidence }) =>
    matchName(evidence.column).some(({ field }) => field === 'date'),
  );
  const [first] = named.map(({ evidence: { column, examples } }) => ({
    column,
    example: examples[0] ?? '',
  }));
  const options = dated.length > 0 ? dated : columns;
  return {
    id: 'map.date',
    values: { named: first ?? null },
    options: [...options.map(withExample), { value: NONE, label: { id: 'no-date', values: {} } }],
    examples: options.flatMap(({ evidence }) => evidence.examples.slice(0, 1)).slice(0, 5),
    ...(first ? { column: first.column } : {}),
  };
}

/** Null where no column can be an amount: such a file says who came and when, and needs no answer. */
function missingAmount(columns: ReadColumn[], fields: FieldProposal[]): OpenQuestion | null {
  const free = columns.filter(
    (column) => !fields.some(({ position }) => position === column.evidence.position),
  );
  const options = free.filter((column) => canBeMoney(column) || isNamedMoney(column));
  if (options.length === 0) return null;
  return {
    id: 'map.amount',
    values: {},
    options: [...options.map(withExample), { value: NONE, label: { id: 'no-amount', values: {} } }],
    examples: options.flatMap(({ evidence }) => evidence.examples.slice(0, 1)).slice(0, 5),
  };
}

/** Whether days that programs write where they know none are real in this file; the answer is the action of the rule `sentinel_date`. */
export const sentinelQuestion = (
  column: string,
  { rows, dated, example }: { rows: number; dated: number; example: string },
): OpenQuestion => ({
  id: 'sentinel_dates',
  column,
  values: { column, rows, dated, example },
  options: [
    { value: 'drop', label: { id: 'sentinels-are-none', values: {} } },
    { value: 'keep', label: { id: 'sentinels-are-real', values: {} } },
  ],
  examples: [example],
});

/** What the file itself cannot tell: at most one question of each kind. */
export function mappingQuestions(
  columns: ReadColumn[],
  fields: FieldProposal[],
  hasAmount: boolean,
  declined: { date: boolean; amount: boolean; credit: Choices['credit'] },
): OpenQuestion[] {
  const questions: OpenQuestion[] = [];
  const date = columns[fields.find(({ field }) => field === 'date')?.position ?? -1];
  if (date?.dates?.ambiguous) questions.push(dateOrderQuestion(date));
  const unclear = fields
    .filter(({ field }) => isMoneyField(field) || field === 'quantity')
    .map(({ position }) => columns[position])
    .find((column) => column?.numbers?.ambiguous);
  if (unclear) questions.push(decimalQuestion(unclear));
  const ledger = fields
    .filter(({ field }) => field === 'amount')
    .map(({ position }) => columns[position])
    .find((column) => column?.numbers?.reading?.below_zero);
  // Whose ledger it is: with the buyer or the number of an invoice on each row it is the shop's own.
  const isOwn = fields.some(
    ({ field }) => field === 'order_id' || (IDENTITY_FIELDS as readonly Field[]).includes(field),
  );
  if (ledger && declined.credit === undefined && !(isOwn && ledger.numbers?.reading?.below_zero === 'CR'))
    questions.push(creditQuestion(ledger));
  if (!date && !declined.date) questions.push(missingDate(columns));
  const amount = hasAmount || declined.amount ? null : missingAmount(columns, fields);
  if (amount) questions.push(amount);
  return questions;
}
