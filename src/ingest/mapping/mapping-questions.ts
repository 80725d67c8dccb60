import { IDENTITY_FIELDS, type Choices, type Field } from '../../domain/choices';
import type { Question } from '../../domain/evidence';
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

const withExample = ({ evidence }: ReadColumn): { value: string; label: string } => ({
  value: evidence.column,
  label:
    evidence.examples[0] === undefined ? evidence.column : `${evidence.column} (${evidence.examples[0]})`,
});

export function dateOrderQuestion(column: ReadColumn): Question {
  const values = (column.evidence.dates ?? []).flatMap(({ examples }) => examples);
  const telling = values.filter((value) => {
    const [a, b] = withoutClock(plainDigits(value)).match(/\d+/g) ?? [];
    return a !== undefined && b !== undefined && Number(a) !== Number(b);
  });
  const shown = (telling.length > 0 ? telling : values).slice(0, 3);
  const [first = ''] = shown;
  const [dayFirst = '', monthFirst = ''] = bothReadings(first).split(' or ');
  return {
    id: 'date_order',
    column: column.evidence.column,
    question: `Does "${column.evidence.column}" name the day or the month first?${
      column.dates?.mixed ? ` ${column.dates.evidence} Those that do not fit the answer are set aside.` : ''
    }`,
    options: [
      { value: 'dmy', label: `Day first: ${first} is ${dayFirst}` },
      { value: 'mdy', label: `Month first: ${first} is ${monthFirst}` },
    ],
    examples: shown.map((value) => `${value}: ${bothReadings(value)}`),
  };
}

function decimalQuestion(column: ReadColumn): Question {
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
    question: `In "${column.evidence.column}", what does ${first} mean?`,
    options: [
      {
        value: mark === '.' ? ',' : '.',
        label: `${thousand}: the ${mark === '.' ? 'dot' : 'comma'} separates thousands`,
      },
      { value: mark, label: `${fraction}: the ${mark === '.' ? 'dot' : 'comma'} stands before the decimals` },
    ],
    examples: [...new Set(marked)].slice(0, 3),
  };
}

function creditQuestion({ evidence }: ReadColumn): Question {
  const shown = (evidence.numbers?.other ?? []).flatMap(({ examples }) => examples.slice(0, 1)).slice(0, 3);
  const credit = shown.find((text) => entryOf(text) === 'CR') ?? 'CR';
  return {
    id: 'credit',
    column: evidence.column,
    question: `In "${evidence.column}", is ${credit} money that came in, or money given back?`,
    options: [
      { value: 'in', label: 'It came in: CR is a sale, DR is money given back' },
      { value: 'out', label: 'It was given back: DR is a sale, CR is a refund' },
    ],
    examples: shown,
  };
}

function missingDate(columns: ReadColumn[]): Question {
  const dated = columns.filter(isDateColumn);
  const named = columns.filter(({ evidence }) =>
    matchName(evidence.column).some(({ field }) => field === 'date'),
  );
  const why = named[0]
    ? ` The values of "${named[0].evidence.column}" (such as "${named[0].evidence.examples[0] ?? ''}") are not dates that can be read.`
    : '';
  const options = dated.length > 0 ? dated : columns;
  return {
    id: 'map.date',
    question: `Which column is the date of the order?${why}`,
    options: [...options.map(withExample), { value: NONE, label: 'There is none' }],
    examples: options.flatMap(({ evidence }) => evidence.examples.slice(0, 1)).slice(0, 5),
    ...(named[0] ? { column: named[0].evidence.column } : {}),
  };
}

/** Null where no column can be an amount: such a file says who came and when, and needs no answer. */
function missingAmount(columns: ReadColumn[], fields: FieldProposal[]): Question | null {
  const free = columns.filter(
    (column) => !fields.some(({ position }) => position === column.evidence.position),
  );
  const options = free.filter((column) => canBeMoney(column) || isNamedMoney(column));
  if (options.length === 0) return null;
  return {
    id: 'map.amount',
    question: 'Which column is the amount of the order or of its line?',
    options: [
      ...options.map(withExample),
      { value: NONE, label: 'There is none: count orders and customers alone' },
    ],
    examples: options.flatMap(({ evidence }) => evidence.examples.slice(0, 1)).slice(0, 5),
  };
}

/** Whether days that programs write where they know none are real in this file; the answer is the action of the rule `sentinel_date`. */
export const sentinelQuestion = (
  column: string,
  { rows, dated, example }: { rows: number; dated: number; example: string },
): Question => ({
  id: 'sentinel_dates',
  column,
  question: `${number(rows)} of ${number(dated)} rows have a date such as ${example} in "${column}", which programs write where they know none. Are these days real?`,
  options: [
    { value: 'drop', label: 'No, they stand for no date: set these rows aside' },
    { value: 'keep', label: 'Yes, these orders were placed on those days' },
  ],
  examples: [example],
});

const number = (n: number) => n.toLocaleString('en-US');

/** What the file itself cannot tell: at most one question of each kind. */
export function mappingQuestions(
  columns: ReadColumn[],
  fields: FieldProposal[],
  hasAmount: boolean,
  declined: { date: boolean; amount: boolean; credit: Choices['credit'] },
): Question[] {
  const questions: Question[] = [];
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
