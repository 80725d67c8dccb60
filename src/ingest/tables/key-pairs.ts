import type { Field } from '../../domain/choices';
import { foldName } from '../names/fold-name';
import { matchName } from '../names/match-names';
import type { Unit } from './table-shape';

/** What a key names. */
export type KeyKind = 'order' | 'item' | 'product' | 'customer';

/** A column of one unit that may name rows of another. */
export interface KeyPair {
  from: number;
  column: number;
  to: number;
  to_column: number;
  kind: KeyKind;
  /** One of the two writes its numbers with zeros before them: 00042 is 42. */
  padded?: boolean;
}

/** The same with what was counted over all rows. */
export interface CountedPair extends KeyPair {
  /** Rows of `from` with a value, and those whose value stands in `to`. */
  filled: number;
  found: number;
  /** Rows of `to` with a value, how many of them differ within their file, and over all files; how many `from` names. */
  to_filled: number;
  to_distinct: number;
  to_keys: number;
  to_named: number;
}

const KEY_FIELDS: readonly Field[] = ['order_id', 'customer', 'email', 'phone', 'sku', 'product'];
const ENDS_AS_KEY = /(^| )(id|ids|no|nr|num|number|key|code|sku|ref|reference|uid|uuid)$/;
const SINGULAR = [/^(.*)ies$/, /^(.*[sxz])es$/, /^(.*)s$/] as const;

interface Key {
  name: string;
  fields: Field[];
}

function keyOf(header: string): Key | null {
  const name = foldName(header);
  const fields = matchName(header)
    .filter(({ how }) => how === 'whole')
    .map(({ field }) => field)
    .filter((field) => KEY_FIELDS.includes(field));
  return fields.length > 0 || ENDS_AS_KEY.test(name) ? { name, fields } : null;
}

function kindOf({ name, fields }: Key, to: Key): KeyKind {
  const both = [...fields, ...to.fields];
  if (/\b(item|line|detail|details|position)\b/.test(name)) return 'item';
  if (both.includes('order_id') || /\b(order|invoice|receipt|transaction|sale)\b/.test(name)) return 'order';
  if (both.some((field) => field === 'customer' || field === 'email' || field === 'phone')) return 'customer';
  return /\b(customer|client|member|user|buyer)\b/.test(name) ? 'customer' : 'product';
}

/** "customers.csv" has an `id` that others call `customer_id`. */
function ownNames(label: string): string[] {
  const name = foldName(label.replace(/\.[a-z0-9.]{2,8}$/i, '').replace(/^.*[:/] ?/, ''));
  const last = name.split(' ').at(-1) ?? '';
  const singles = SINGULAR.flatMap((pattern, i) => {
    const stem = pattern.exec(last)?.[1];
    return stem ? [i === 0 ? `${stem}y` : stem] : [];
  });
  return [name, last, ...singles];
}

const OF_ONE_FIELD: readonly Field[] = ['order_id', 'customer', 'sku'];

function mayMean(from: Key, to: Key, owns: readonly string[]): boolean {
  if (from.name === to.name && from.name !== 'id') return true;
  if (['id', 'key', 'code', 'no', 'number'].includes(to.name))
    return owns.some((own) => from.name === `${own} ${to.name}`);
  return OF_ONE_FIELD.some((field) => from.fields.includes(field) && to.fields.includes(field));
}

/** Every two columns of two units whose names allow that one names the rows of the other; their values decide. */
export function keyPairs(units: readonly Unit[]): KeyPair[] {
  const keys = units.map(({ columns }) => columns.map(({ header }) => keyOf(header)));
  return units.flatMap((_, from) =>
    units.flatMap((target, to) => {
      if (from === to) return [];
      const owns = ownNames(target.label);
      return keys[from]!.flatMap((key, column) =>
        keys[to]!.flatMap((other, to_column) =>
          key && other && mayMean(key, other, owns)
            ? [{ from, column, to, to_column, kind: kindOf(key, other) }]
            : [],
        ),
      );
    }),
  );
}
