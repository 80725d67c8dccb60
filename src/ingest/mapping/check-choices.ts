import { isDay, isZone } from '../../domain/calendar';
import type { Choices } from '../../domain/choices';
import type { Expected, WrongValue } from '../../domain/said/wrong-values';
import { fault, type Fault } from '../../domain/said/problems';
import { CLEANING_RULES } from '../rows/cleaning-rules';
import { TABLE_ROLES } from '../../domain/tables';

/** What is wrong with a value; null where nothing is. `at` is its place: `files[0].role`. */
type Check = (value: unknown, at: string) => { at: string; wrong: WrongValue } | null;

const asJson = (value: unknown) => JSON.stringify(value) ?? String(value);
const not = (value: unknown, expected: Expected): WrongValue => ({
  id: 'not-expected',
  values: { given: asJson(value), expected },
});

const oneOf =
  (...options: readonly (string | number | boolean)[]): Check =>
  (value, at) =>
    options.some((option) => option === value)
      ? null
      : { at, wrong: { id: 'not-one-of', values: { given: asJson(value), options: options.map(String) } } };

const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const when =
  (isGood: (value: unknown) => boolean, expected: Expected): Check =>
  (value, at) =>
    isGood(value) ? null : { at, wrong: not(value, expected) };

const text = when((value) => typeof value === 'string', 'text');
const positive = when((value) => typeof value === 'number' && value > 0, 'above-zero');
const count = when((value) => Number.isInteger(value) && Number(value) >= 0, 'whole-from-zero');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function firstOf(of: Iterable<ReturnType<Check>>): ReturnType<Check> {
  for (const found of of) if (found) return found;
  return null;
}

const listOf =
  (each: Check): Check =>
  (value, at) =>
    Array.isArray(value)
      ? firstOf(value.map((one, i) => each(one, `${at}[${i}]`)))
      : { at, wrong: not(value, 'list') };

/** Texts of the file's own as keys. */
const mapOf =
  (each: Check): Check =>
  (value, at) =>
    isRecord(value)
      ? firstOf(Object.entries(value).map(([key, one]) => each(one, `${at}.${key}`)))
      : { at, wrong: not(value, 'object') };

/** Known keys alone; one that is undefined is not said. */
const objectOf =
  (keys: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (!isRecord(value)) return { at, wrong: not(value, 'object') };
    return firstOf(
      Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) => {
          const place = at === '' ? key : `${at}.${key}`;
          const check = Object.hasOwn(keys, key) ? keys[key] : undefined;
          return check
            ? check(one, place)
            : { at: place, wrong: { id: 'unknown-key', values: { known: Object.keys(keys) } } };
        }),
    );
  };

const column = when(
  (value) => value === null || typeof value === 'string' || Number.isInteger(value),
  'header',
);
const action = oneOf('drop', 'keep');

function isEncoding(label: unknown): boolean {
  try {
    return typeof label === 'string' && new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** Said with more words where it is read. */
const elsewhere: Check = () => null;

const file = objectOf({
  name: text,
  role: oneOf(...TABLE_ROLES),
  member: text,
  sheet: text,
  encoding: when(isEncoding, 'encoding'),
  password: text,
  dialect: objectOf({
    layout: oneOf('delimited', 'blank_aligned'),
    delimiter: text,
    quote: text,
    escape: text,
    has_header: oneOf(true, false),
    skip_lines: count,
  }),
  header: oneOf(true, false),
  forgotten: count,
});

const CHECKS = {
  files: listOf(file),
  newer: listOf(text),
  map: mapOf(column),
  order_grain: oneOf(
    'order_id',
    'order_and_branch',
    'order_and_day',
    'order_branch_and_day',
    'row',
    'customer_day',
  ),
  date_order: oneOf('dmy', 'mdy', 'ymd'),
  decimal: oneOf('.', ','),
  credit: oneOf('in', 'out'),
  year: when((value) => Number.isInteger(value) && Number(value) >= 1900 && Number(value) <= 2199, 'year'),
  swapped_dates: oneOf('swap', 'keep'),
  zone: when((value) => typeof value === 'string' && isZone(value), 'zone'),
  tax: oneOf('out', 'in'),
  shipping: oneOf('out', 'in'),
  gift_cards: oneOf('out', 'in'),
  cost_of: oneOf('piece', 'line'),
  rules: objectOf(Object.fromEntries(CLEANING_RULES.map(({ id, allowed }) => [id, oneOf(...allowed)]))),
  statuses: mapOf(oneOf('counts', 'out')),
  valid: objectOf({ cancelled: action, zero_net: action, fully_refunded: action }),
  history: oneOf('unknown', 'complete'),
  as_of: when((value) => typeof value === 'string' && isDay(value), 'day'),
  occasion: oneOf('usual', 'order', 'day'),
  week_start: oneOf(...upTo(1, 7)),
  fiscal_year_start: oneOf(...upTo(1, 12)),
  day_ends_at: oneOf(...upTo(0, 6)),
  currency: when((value) => typeof value === 'string' && value.trim() !== '', 'currency'),
  identity: objectOf({ merge: oneOf('on', 'off'), apart: listOf(text), phone_prefix: text }),
  customer_type: objectOf({ values: mapOf(oneOf('final', 'dealer', 'staff')), median_quantity: positive }),
  profile: oneOf('none'),
  rates: elsewhere,
  product_names: elsewhere,
  attributes: mapOf(oneOf('customer', 'order', 'line', 'ignore')),
  date_system: oneOf('1900', '1904'),
} satisfies Record<keyof Choices, Check>;

const choices = objectOf(CHECKS);

/** The first choice that is not known, or has a value that it cannot have; null where all can be. */
export function wrongChoice(given: unknown): Fault | null {
  const found = choices(given, '');
  if (found === null) return null;
  const place = { code: 'bad-parameter' };
  return found.at === ''
    ? fault('choices-not-an-object', {}, place)
    : fault('wrong-choice', { name: found.at, wrong: found.wrong }, place);
}
