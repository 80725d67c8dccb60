import type { ReadDamage } from '../../src/domain/said/read-refusals';
import { CsvParts } from './csv-parts';
import { columnLists, isObject, moneyIn, queryAnswer, withLines } from './json-shapes';
import { Damaged, Refused, refused } from './refused';
import type { SheetTable } from './sheet-table';
import { valueText } from './value-text';

const MIB = 1024 * 1024;
const MOST_BYTES = 256 * MIB;
const MOST_COLUMNS = 16_384;
const DEEPEST = 3;

/** Whether a text that is not XML begins like JSON. */
export const looksLikeJson = (text: string): boolean =>
  /^\s*(\{\s*("|\})|\[\s*([[{"\d-]|\]|null|true|false))/.test(text);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (whole) {
    // One value a line: JSON Lines.
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2) throw whole;
    return lines.map((line, index) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw index === 0 ? whole : refused('json-line', { line: index + 1 });
      }
    });
  }
}

/** A text that no table begins with: what follows is JSON, or was. */
const SURELY_JSON = /^\s*(\{\s*"([^"\\]|\\.)*"\s*:|\[\s*\{\s*"([^"\\]|\\.)*"\s*:)/;

/** Where a text stops being JSON. */
function whereBroken(error: unknown, text: string): ReadDamage {
  const said = error instanceof Error ? error.message : '';
  const at = Number(/position (\d+)/.exec(said)?.[1] ?? NaN);
  if (Number.isNaN(at) || at >= text.length) return { id: 'json-breaks-off', values: {} };
  return { id: 'json-breaks-in', values: { line: text.slice(0, at).split('\n').length } };
}

/** The longest list of objects or lists, at the top or inside an envelope such as `{"data": {"orders": […]}}`. */
function rowsIn(value: unknown, depth = 0): unknown[] | null {
  if (Array.isArray(value)) return value.some((item) => isObject(item) || Array.isArray(item)) ? value : null;
  if (!isObject(value) || depth >= DEEPEST) return null;
  let best: unknown[] | null = null;
  for (const inner of Object.values(value)) {
    const found = rowsIn(inner, depth + 1);
    if (found && found.length > (best?.length ?? 0)) best = found;
  }
  return best;
}

function flatten(
  value: Record<string, unknown>,
  prefix: string,
  depth: number,
  into: Map<string, string>,
): void {
  for (const [key, inner] of Object.entries(value)) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const money = isObject(inner) ? moneyIn(inner) : undefined;
    const bare = name.replace(/_set$/, '');
    if (isObject(inner) && money !== undefined && !into.has(bare) && !(bare !== name && bare in value))
      into.set(bare, valueText(money));
    else if (isObject(inner) && depth < DEEPEST) flatten(inner, name, depth + 1, into);
    else into.set(name, valueText(inner));
  }
}

/** A JSON file or JSON Lines as one table: an object a row, inner objects as columns `customer.id`; answers of queries with their names. */
export function readJson(text: string): SheetTable | null {
  if (text.length > MOST_BYTES) throw refused('json-too-large', { most_mib: MOST_BYTES / MIB });
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (SURELY_JSON.test(text)) throw new Damaged(whereBroken(error, text), { cause: error });
    return null;
  }
  const rows = withLines(
    queryAnswer(value) ?? columnLists(value) ?? rowsIn(value) ?? (isObject(value) ? [value] : []),
  );
  const csv = new CsvParts(null, true);
  if (rows.every(Array.isArray)) rows.forEach((row, at) => csv.add(at, row.map(valueText)));
  else {
    const columns = new Map<string, number>();
    const flat = rows.filter(isObject).map((row) => {
      const cells = new Map<string, string>();
      flatten(row, '', 1, cells);
      for (const name of cells.keys()) if (!columns.has(name)) columns.set(name, columns.size);
      return cells;
    });
    if (columns.size > MOST_COLUMNS)
      throw refused('json-too-wide', { names: columns.size, most: MOST_COLUMNS });
    const names = [...columns.keys()];
    csv.add(0, names);
    flat.forEach((cells, at) =>
      csv.add(
        at + 1,
        names.map((name) => cells.get(name) ?? ''),
      ),
    );
  }
  return { name: '', hidden: false, rows: csv.rows, columns: csv.columns, errors: 0, text: csv.blob() };
}
