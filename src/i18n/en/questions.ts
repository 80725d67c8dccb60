import type { Answers, DayRead, Examples, Questions } from '../../domain/said/questions';
import type { Wording } from '../../domain/said/said';
import { format } from '../format';
import { plural } from '../numbers';
import { problems } from './problems';

/** What is asked of a file that leaves something open. */
export const questions: Wording<Questions> = {
  date_order: ({ column, mixed }) =>
    [
      `Does "${column}" name the day or the month first?`,
      ...(mixed === null
        ? []
        : [
            `Some dates can only be day first and others only month first (${mixed.day_first} and ${mixed.month_first}).`,
            'Those that do not fit the answer are set aside.',
          ]),
    ].join(' '),
  decimal: ({ column, example }) => `In "${column}", what does ${example} mean?`,
  credit: ({ column, example }) => `In "${column}", is ${example} money that came in, or money given back?`,
  currency: ({ found }) =>
    `This file has rows in several currencies (${found.map(({ currency, rows }) => `${format.count(rows)} in ${currency}`).join(', ')}), and two are never added. Which rows count?`,
  zone: ({ column, offsets }) =>
    `The times in "${column}" stand at different distances to UTC (${offsets.join(', ')}), as no one place keeps them. Which clock does the shop go by?`,
  sentinel_dates: ({ column, rows, dated, example }) =>
    `${format.count(rows)} of ${format.count(dated)} rows have a date such as ${example} in "${column}", which programs write where they know none. Are these days real?`,
  status: ({ column, text, rows }) =>
    `${format.count(rows)} ${plural(rows, { one: 'row has', other: 'rows have' })} "${text}" in "${column}". Did these orders happen?`,
  swapped_dates: ({ column, real, texts }) =>
    `In "${column}" all ${format.count(real)} real dates have a day from 1 to 12, and all ${format.count(texts)} dates that are texts have a day above 12. A spreadsheet does that when it takes the day for the month. Are day and month of the real dates swapped?`,
  year: ({ column, example }) =>
    `Dates in "${column}" (such as ${example}) name no year. Which year does the first row belong to?`,
  'map.date': ({ named }) =>
    named === null
      ? 'Which column is the date of the order?'
      : `Which column is the date of the order? The values of "${named.column}" (such as "${named.example}") are not dates that can be read.`,
  'map.amount': () => 'Which column is the amount of the order or of its line?',
  'map.customer': () => 'Who bought? No header says so, and these columns could.',
  phone_prefix: ({ column }) =>
    `Numbers in "${column}" are written with several country prefixes and without one. Which country are those without one from?`,
  tables: () => 'Several tables hold sales, and no column joins them. Which one is read?',
  password: (values) => problems['needs-password'](values).message,
};

const markName = (mark: '.' | ','): string => (mark === '.' ? 'dot' : 'comma');
const inFull = ({ day, month, year }: DayRead): string =>
  `${day} ${month >= 1 && month <= 12 ? format.monthName(month - 1) : `month ${month}`} ${year}`;
const NAMED_IN = {
  title: 'the rows above the header',
  file: 'the name of the file',
  sheet: 'the name of the sheet',
  column: 'the name of a column',
};
const times = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export const answers: Wording<Answers> = {
  'day-first': ({ text, read }) => `Day first: ${text} is ${inFull(read)}`,
  'month-first': ({ text, read }) => `Month first: ${text} is ${inFull(read)}`,
  thousands: ({ text, mark }) => `${text}: the ${markName(mark)} separates thousands`,
  decimals: ({ text, mark }) => `${text}: the ${markName(mark)} stands before the decimals`,
  'credit-in': () => 'It came in: CR is a sale, DR is money given back',
  'credit-out': () => 'It was given back: DR is a sale, CR is a refund',
  'column-with-example': ({ column, example }) => `${column} (${example})`,
  'no-date': () => 'There is none',
  'no-amount': () => 'There is none: count orders and customers alone',
  'nobody-named': () => 'Nobody is named in this file',
  'column-of-buyers': ({ column, different, rows_each }) =>
    `${column}: ${format.count(different)} different, each on ${times.format(rows_each)} rows on average`,
  'sentinels-are-none': () => 'No, they stand for no date: set these rows aside',
  'sentinels-are-real': () => 'Yes, these orders were placed on those days',
  'one-of-currencies': ({ currency }) =>
    `Those in ${currency}: the others are set aside, or counted at rates that you enter afterwards`,
  'one-currency': ({ column }) => `All: the amounts are in one currency, and "${column}" is the buyer's`,
  'status-counts': () => 'Yes: count them',
  'status-out': () => 'No: leave them out, like cancelled ones',
  swap: ({ from, to }) => `Yes, swap them back: orders from ${from} to ${to}`,
  'swap-not': ({ from, to }) => `No, they are right: orders from ${from} to ${to}`,
  year: ({ year, named_in, until }) => {
    const named = named_in === null ? year : `${year} (named in ${NAMED_IN[named_in]})`;
    return until === null ? named : `${named}, and on into ${until} where December turns to January`;
  },
  prefix: ({ prefix, meets }) =>
    `+${prefix} (${format.count(meets)} ${plural(meets, { one: 'number is', other: 'numbers are' })} written both ways)`,
};

export const examples: Wording<Examples> = {
  'two-ways': ({ text, day_first, month_first }) => `${text}: ${inFull(day_first)} or ${inFull(month_first)}`,
};
