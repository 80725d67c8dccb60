import { KNOWN_ATTRIBUTES, type FileAttributes, type NotAttribute } from '../domain/attributes';
import type { AttributeLevel } from '../domain/attribute-level';
import type { Field } from '../domain/choices';
import type { ColumnEvidence } from '../domain/evidence';

/** More values than these are no parts of a shop that anybody looks at one by one. */
export const MOST_VALUES = 200;
/** Numbers with more values are measures, and so are longer ones. */
const MOST_NUMBERS = 50;
const LONGEST_NUMBER = 4;
/** A value that stands on fewer orders than these, or for fewer customers, tells one from all others and puts none together. */
const SHARED_BY = 2;
/** Customers, with a value other than the usual one, who were seen more than once: fewer prove nothing about all of them. */
const LEAST_PROOF = 5;
/** Of the orders that could show several values, so many may: they are slips, not lines that differ. */
const SLIPS = 0.01;

/** Fields that are texts about an order and have no attribute of their own. */
const TELLING: readonly Field[] = ['discount_code', 'customer_type', 'referred_by'];
/** Fields that are attributes under their own name, with the level at which they have always been read. */
const LEVELS: Partial<Record<Field, AttributeLevel>> = {
  product: 'line',
  category: 'line',
  country: 'order',
  channel: 'order',
  branch: 'order',
  staff: 'order',
};

/** What was counted of a column over all rows. `telling`: orders, or customers, of several rows that have another value than the usual one. */
export interface AttributeCounts {
  values: number;
  blank_rows: number;
  longest: number;
  orders: { mixed: number; telling: number };
  customers: { mixed: number; telling: number };
}

/** What a person has said, by position. */
export type SaidLevels = ReadonlyMap<number, AttributeLevel | 'ignore'>;

/** Keys of `customers_who` and `orders_that` that mean something else, and names that are given. */
const TAKEN: readonly string[] = [
  ...['status', 'tenure', 'rfm', 'from', 'to', 'first_order'],
  ...KNOWN_ATTRIBUTES,
];

/** What the door calls a column: its header, but for one that is a word of the door itself. */
export const nameOfHeader = (header: string): string =>
  TAKEN.includes(header) ? `${header} (column)` : header;

/** Why a column cannot be one, as far as a look at some of its rows tells; null where all rows have to be counted. */
function ruledOut(
  { column: header, distinct, filled, dates, numbers }: ColumnEvidence,
  field: Field | null,
  said: AttributeLevel | 'ignore' | undefined,
): NotAttribute | null {
  if (field !== null && !TELLING.includes(field)) return { header, why: 'read_as', field };
  if (said === 'ignore') return { header, why: 'ignored' };
  if (said) return null;
  if (dates) return { header, why: 'date' };
  if (filled === 0) return { header, why: 'one_value' };
  if (numbers && (numbers.plain_with_dot > 0 || numbers.negative > 0 || numbers.other.length > 0))
    return { header, why: 'amount' };
  return distinct > MOST_VALUES ? { header, why: 'too_many', values: distinct } : null;
}

/** A column, and the field it is read as. */
interface Candidate {
  position: number;
  field: Field | null;
}

/** Columns with a name of their own, those that have to be judged by all rows, and why the others are none. */
export function candidates(
  columns: readonly ColumnEvidence[],
  fields: Partial<Record<Field, number>>,
  said: SaidLevels,
): { known: Candidate[]; open: Candidate[]; others: NotAttribute[] } {
  const read = new Map(Object.entries(fields).map(([field, at]) => [at, field as Field]));
  const found = { known: [] as Candidate[], open: [] as Candidate[], others: [] as NotAttribute[] };
  for (const evidence of columns) {
    const { position } = evidence;
    const field = read.get(position) ?? null;
    if (field !== null && LEVELS[field]) {
      found.known.push({ position, field });
      continue;
    }
    const out = ruledOut(evidence, field, said.get(position));
    if (out) found.others.push(out);
    else found.open.push({ position, field });
  }
  return found;
}

/** The level that all rows prove; a finer one where they prove nothing. */
function provenLevel(counts: AttributeCounts, evidence: ColumnEvidence): AttributeLevel {
  const { orders, customers } = counts;
  const isOfCustomer = evidence.level === 'customer' || customers.telling >= LEAST_PROOF;
  if (orders.mixed > SLIPS * orders.telling) return 'line';
  return customers.mixed === 0 && orders.mixed === 0 && isOfCustomer ? 'customer' : 'order';
}

/** What a counted column is: an attribute, or why it is none. */
export function judgeColumn(
  evidence: ColumnEvidence,
  field: Field | null,
  counts: AttributeCounts,
  shop: { orders: number; customers: number },
  said: AttributeLevel | undefined,
): FileAttributes['found'][number] | NotAttribute {
  const { column: header, position, numbers } = evidence;
  const { values, blank_rows } = counts;
  const known = field === null ? undefined : LEVELS[field];
  if (known)
    return { name: field!, header, level: known, values, blank_rows, mixed_orders: 0, position, field };
  const level = said ?? provenLevel(counts, evidence);
  const found = {
    ...{ name: nameOfHeader(header), header, level, values, blank_rows, position, field },
    mixed_orders: level === 'line' ? 0 : counts.orders.mixed,
  };
  if (said) return found;
  if (values + (blank_rows > 0 ? 1 : 0) < 2) return { header, why: 'one_value' };
  if (numbers && (values > MOST_NUMBERS || counts.longest > LONGEST_NUMBER)) return { header, why: 'amount' };
  if (values > MOST_VALUES) return { header, why: 'too_many', values };
  const sharers = level === 'customer' ? shop.customers : shop.orders;
  return values * SHARED_BY > sharers ? { header, why: 'hardly_repeats', values } : found;
}

/** The attribute that somebody means: by its name, by its header, or by either in other capitals where only one is like it. */
export function attributeNamed<T extends { name: string; header: string }>(
  found: readonly T[],
  name: string,
): T | null {
  const exact = found.find((one) => one.name === name) ?? found.find((one) => one.header === name);
  if (exact) return exact;
  const folded = (text: string) => text.trim().toLowerCase();
  const like = found.filter((one) => [one.name, one.header].some((text) => folded(text) === folded(name)));
  return like.length === 1 ? like[0]! : null;
}
