import type { Nothing, Said } from './said';

/** What a person is asked, by the id of the question. */
export interface Questions {
  date_order: { column: string; mixed: { day_first: string; month_first: string } | null };
  decimal: { column: string; example: string };
  credit: { column: string; example: string };
  currency: { found: { currency: string; rows: number }[] };
  zone: { column: string; offsets: string[] };
  sentinel_dates: { column: string; rows: number; dated: number; example: string };
  status: { column: string; text: string; rows: number };
  swapped_dates: { column: string; real: number; texts: number };
  year: { column: string; example: string };
  /** A column that is called a date and holds none. */
  'map.date': { named: { column: string; example: string } | null };
  'map.amount': Nothing;
  'map.customer': Nothing;
  phone_prefix: { column: string };
  tables: Nothing;
  password: { name: string; was_wrong: boolean };
}

/** A day as it is written in full. */
export interface DayRead {
  day: number;
  month: number;
  year: string;
}

/** Answers that say more than their value. */
export interface Answers {
  'day-first': { text: string; read: DayRead };
  'month-first': { text: string; read: DayRead };
  thousands: { text: string; mark: '.' | ',' };
  decimals: { text: string; mark: '.' | ',' };
  'credit-in': Nothing;
  'credit-out': Nothing;
  'column-with-example': { column: string; example: string };
  'no-date': Nothing;
  'no-amount': Nothing;
  'nobody-named': Nothing;
  'column-of-buyers': { column: string; different: number; rows_each: number };
  'sentinels-are-none': Nothing;
  'sentinels-are-real': Nothing;
  'one-of-currencies': { currency: string };
  'one-currency': { column: string };
  'status-counts': Nothing;
  'status-out': Nothing;
  swap: { from: string; to: string };
  'swap-not': { from: string; to: string };
  /** `until` is the last year, where the dates go on into others. */
  year: { year: string; named_in: 'title' | 'file' | 'sheet' | 'column' | null; until: string | null };
  prefix: { prefix: string; meets: number };
}

/** Examples that show more than a text of the file. */
export interface Examples {
  'two-ways': { text: string; day_first: DayRead; month_first: DayRead };
}

export interface Answer {
  value: string;
  /** What is shown; the value itself where nothing is said. */
  label?: Said<Answers>;
}

/** A question before it has its words. */
export type OpenQuestion = Said<Questions> & {
  options: Answer[];
  examples: (string | Said<Examples>)[];
  column?: string;
  /** The text that it is about, where one column has several such questions. */
  about?: string;
};
