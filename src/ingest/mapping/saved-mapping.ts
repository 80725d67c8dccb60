import type { Choices, Field, FieldMap, IdentityChoices } from '../../domain/choices';
import { fail, ok, type Outcome } from '../../domain/outcome';
import { fault, type Fault } from '../../domain/said/problems';
import { foldName } from '../names/fold-name';
import { resolveMap } from './resolve-map';

/** What of the choices belongs to the layout of an export, not to one file of it: no names of files, no days. */
const KEPT = [
  'map',
  'order_grain',
  'date_order',
  'decimal',
  'credit',
  'zone',
  'identity',
  'swapped_dates',
  'tax',
  'shipping',
  'cost_of',
  'gift_cards',
  'rules',
  'valid',
  'statuses',
  'history',
  'occasion',
  'week_start',
  'fiscal_year_start',
  'day_ends_at',
  'attributes',
  'currency',
  'rates',
  'date_system',
  'profile',
] as const satisfies (keyof Choices)[];

export interface SavedMapping {
  regulars: 'mapping';
  version: 1;
  /** Of the headers that it was made for. */
  fingerprint: string;
  choices: Choices;
}

/**
 * Sixteen hexadecimal digits for a set of headers: the same for the same names in any order, case, accent or
 * punctuation. Headers alone: no value of any row is in it.
 */
export function fingerprintOf(headers: readonly string[]): string {
  const text = headers.map(foldName).sort().join('\n');
  const half = (seed: number) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x5bd1e995);
}

/** The mapping of an export as a small JSON text: columns by name, so that it outlives a new order of them. */
export function savedMapping(headers: readonly string[], choices: Choices): string {
  const kept: Choices = {};
  for (const key of KEPT) if (choices[key] !== undefined) Object.assign(kept, { [key]: choices[key] });
  if (kept.identity) kept.identity = withoutPeople(kept.identity);
  if (choices.map) kept.map = inNames(choices.map, headers);
  const saved: SavedMapping = {
    regulars: 'mapping',
    version: 1,
    fingerprint: fingerprintOf(headers),
    choices: kept,
  };
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/** Columns that tell one customer's order from another's: exports of one shop have them, whatever else is added to them. */
const TELLING = ['date', 'order_id', 'customer', 'email', 'phone'] as const;

/** What names the shop whose customers these are: its telling headers, folded; '' where there is none. */
export const shopOf = (mapping: Partial<Record<Field, string>>): string =>
  fingerprintOf(TELLING.flatMap((field) => mapping[field] ?? []));

/** Whether choices say anything that a saved mapping holds. */
export const hasMapping = (choices: Choices): boolean => KEPT.some((key) => choices[key] !== undefined);

/** Who was set apart is named by ids and addresses: values of rows. */
const withoutPeople = ({ apart: _people, ...rest }: IdentityChoices): IdentityChoices => rest;

const inNames = (map: FieldMap, headers: readonly string[]): FieldMap =>
  Object.fromEntries(
    (Object.entries(map) as [Field, string | number | null][]).map(([field, column]) => [
      field,
      typeof column === 'number' ? (headers[column] ?? column) : column,
    ]),
  );

/**
 * The choices of a saved mapping, for a file with these headers. Problems: `not-a-mapping`, `newer-mapping`, and
 * `unknown-column` with the nearest header where the file lacks a column that it names.
 */
export function readSavedMapping(
  text: string,
  name: string,
  headers: readonly string[],
): Outcome<Choices, Fault> {
  const saved = parsed(text);
  if (saved?.regulars !== 'mapping' || typeof saved.choices !== 'object' || saved.choices === null)
    return fail(fault('not-a-mapping', { name }, { file: name }));
  if (saved.version !== 1) return fail(fault('newer-mapping', { name }, { file: name }));
  const choices: Choices = {};
  for (const key of KEPT) {
    const value = (saved.choices as Choices)[key];
    if (value !== undefined) Object.assign(choices, { [key]: value });
  }
  const resolved = resolveMap(
    choices.map ?? {},
    headers.map((column) => ({ column })),
  );
  if (!resolved.ok) return fail({ ...resolved.error, file: name });
  return ok(choices.map ? { ...choices, map: resolved.value } : choices);
}

function parsed(text: string): Partial<Record<keyof SavedMapping, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
