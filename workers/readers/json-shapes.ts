import { matchName } from '../../src/ingest/names/match-names';

type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const DEEPEST = 3;
const NAMES = ['columns', 'fields', 'cols', 'colnames', 'column_names', 'headers', 'header', 'keys'];
const ROWS = ['results', 'result', 'data', 'rows', 'values', 'records', 'items'];
const NAME_KEYS = [
  'name',
  'display_name',
  'label',
  'title',
  'key',
  'id',
  'field',
  'column_name',
  'columnName',
];

/** The names in a list of columns: texts, or objects that say one. */
function namesIn(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const names = value.map((column: unknown) => {
    const named = isObject(column)
      ? NAME_KEYS.map((key) => column[key]).find((one) => typeof one === 'string')
      : column;
    return typeof named === 'string' ? named : null;
  });
  return names.every((name) => name !== null) ? names : null;
}

/** A row of BigQuery: `{f: [{v: 1}, …]}`. */
const cellsOf = (row: unknown): unknown[] | null => {
  if (Array.isArray(row)) return row;
  const cells = isObject(row) ? row.f : null;
  return Array.isArray(cells)
    ? cells.map((cell: unknown) => (isObject(cell) && 'v' in cell ? cell.v : cell))
    : null;
};

/** Names in one list and rows in another, as queries answer: `{columns, results}`, `{fields, rows}`, also inside an envelope. */
export function queryAnswer(value: unknown, depth = 0): unknown[] | null {
  if (!isObject(value)) return null;
  const schema = isObject(value.schema) ? value.schema : {};
  const names = NAMES.map((key) => namesIn(value[key] ?? schema[key])).find((found) => found !== null);
  const rows = ROWS.map((key) => value[key]).find((found) => Array.isArray(found) && found.length > 0) as
    unknown[] | undefined;
  if (names && rows) {
    const cells = rows.map(cellsOf);
    if (cells.every((row) => row !== null && row.length === names.length)) return [names, ...cells];
    if (rows.every(isObject)) return rows;
  }
  if (depth >= DEEPEST) return null;
  for (const inner of Object.values(value)) {
    const found = queryAnswer(inner, depth + 1);
    if (found) return found;
  }
  return null;
}

/** One list a column, all of one length: `{"date": […], "amount": […]}`. */
export function columnLists(value: unknown): unknown[] | null {
  if (!isObject(value)) return null;
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  const length = lists[0]?.[1].length ?? 0;
  const isTable =
    lists.length > 1 &&
    lists.length === Object.keys(value).length &&
    length > 0 &&
    lists.every(
      ([, list]) => list.length === length && !list.some((cell) => typeof cell === 'object' && cell !== null),
    );
  return isTable
    ? [lists.map(([name]) => name), ...Array.from({ length }, (_, at) => lists.map(([, list]) => list[at]))]
    : null;
}

const AMOUNT_KEYS = ['amount', 'value'];

/** `{"amount": "5.00", "currency_code": "USD"}`, also under `shop_money`: the amount in it; undefined for any other object. */
export function moneyIn(value: Json): unknown {
  if (isObject(value.shop_money)) return moneyIn(value.shop_money);
  const keys = Object.keys(value);
  const amount = AMOUNT_KEYS.find((key) => key in value);
  const isMoney =
    amount !== undefined &&
    keys.length === 2 &&
    keys.some((key) => /^currency(_?code)?$/i.test(key)) &&
    typeof value[amount] !== 'object';
  return isMoney ? value[amount] : undefined;
}

/** The fields that a key of an order may name, by its last part. */
const fieldsOf = (key: string): string[] =>
  matchName(key)
    .filter(({ how }) => how === 'whole')
    .map(({ field }) => field);
const MONEY = ['amount', 'total', 'unit_price'];

/**
 * Orders that hold their lines and no amount of their own: one row a line, with the order's keys on each. Where the order says
 * what it came to, it stays one row.
 */
export function withLines(rows: readonly unknown[]): unknown[] {
  const orders = rows.filter(isObject);
  if (orders.length === 0 || orders.length < rows.length) return [...rows];
  const keys = new Set(orders.flatMap((order) => Object.keys(order)));
  const lists = [...keys].filter(
    (key) =>
      orders.every(
        (order) =>
          order[key] === undefined ||
          order[key] === null ||
          (Array.isArray(order[key]) && order[key].every(isObject)),
      ) && orders.some((order) => Array.isArray(order[key]) && order[key].length > 0),
  );
  const [only, ...others] = lists.filter((key) =>
    orders.some((order) =>
      (order[key] as Json[] | undefined)?.some((line) =>
        Object.keys(line).some((name) => fieldsOf(name).some((field) => MONEY.includes(field))),
      ),
    ),
  );
  const hasAmount = [...keys].some((key) => fieldsOf(key).some((field) => MONEY.includes(field)));
  if (only === undefined || others.length > 0 || hasAmount) return [...rows];
  // Beside its lines, the id of an order is its number.
  const named = keys.has('id') && ![...keys].some((key) => fieldsOf(key).includes('order_id'));
  return orders.flatMap((order) => {
    const { [only]: lines, ...rest } = order;
    const own = named ? withOrderId(rest) : rest;
    const of = Array.isArray(lines) ? lines.filter(isObject) : [];
    return of.length === 0
      ? [own]
      : of.map((line) => ({
          ...own,
          ...Object.fromEntries(
            Object.entries(line).map(([key, cell]) => [key in rest ? `${only}.${key}` : key, cell]),
          ),
        }));
  });
}

const withOrderId = (order: Json): Json =>
  Object.fromEntries(Object.entries(order).map(([key, cell]) => [key === 'id' ? 'order_id' : key, cell]));
