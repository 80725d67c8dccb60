import type { Question } from '../domain/evidence';
import type { FieldProposal } from '../domain/mapping';
import { withoutClock } from './date-shapes';
import { bothReadings } from './detect-dates';
import { plainDigits } from './digits';
import { isMoneyField } from './fits-field';
import { matchName } from './match-names';
import { isDateColumn, isNumberColumn, type ReadColumn } from './read-columns';

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
    options: options.map(withExample),
    examples: options.flatMap(({ evidence }) => evidence.examples.slice(0, 1)).slice(0, 5),
    ...(named[0] ? { column: named[0].evidence.column } : {}),
  };
}

function missingAmount(columns: ReadColumn[], fields: FieldProposal[]): Question {
  const free = columns.filter(
    (column) => !fields.some(({ position }) => position === column.evidence.position),
  );
  const numeric = free.filter((column) => isNumberColumn(column) && !isDateColumn(column));
  const options = numeric.length > 0 ? numeric : free.filter((column) => !isDateColumn(column));
  return {
    id: 'map.amount',
    question: 'Which column is the amount of the order or of its line?',
    options: options.map(withExample),
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
  declined: { date: boolean; amount: boolean },
): Question[] {
  const questions: Question[] = [];
  const date = columns[fields.find(({ field }) => field === 'date')?.position ?? -1];
  if (date?.dates?.ambiguous) questions.push(dateOrderQuestion(date));
  const unclear = fields
    .filter(({ field }) => isMoneyField(field) || field === 'quantity')
    .map(({ position }) => columns[position])
    .find((column) => column?.numbers?.ambiguous);
  if (unclear) questions.push(decimalQuestion(unclear));
  if (!date && !declined.date) questions.push(missingDate(columns));
  if (!hasAmount && !declined.amount) questions.push(missingAmount(columns, fields));
  return questions;
}
