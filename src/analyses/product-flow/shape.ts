import type { Row } from '../../domain/table';

/** One end of the streams: a product, or all others where its key is null. */
interface End {
  key: string | null;
  label: string;
  total: number;
  isRest: boolean;
}

/** Products on each side; all others are one end more. */
export const MOST_SHOWN = 8;

const keyOf = (value: unknown): string | null => (value === null ? null : String(value));
const total = (rows: readonly Row[], name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0);

/** The ends of one side, those of most customers first and all others last; a product that stood on the side before keeps its place there. */
function endsOf(
  rows: readonly Row[],
  side: 'product' | 'next_product',
  others: string,
  before: readonly End[] = [],
): End[] {
  const keys = [...new Set(rows.map((row) => keyOf(row[side])))];
  const placeOf = ({ key }: End) => before.findIndex((end) => end.key === key) + 1 || before.length + 1;
  return keys
    .map((key) => ({
      key,
      label: key ?? others,
      total: total(
        rows.filter((row) => keyOf(row[side]) === key),
        'customers',
      ),
      isRest: key === null,
    }))
    .sort(
      (one, other) =>
        Number(one.isRest) - Number(other.isRest) || placeOf(one) - placeOf(other) || other.total - one.total,
    );
}

/** The answer as a picture's ends and streams. */
export function flowOf(rows: readonly Row[], others: string) {
  const from = endsOf(rows, 'product', others);
  const to = endsOf(rows, 'next_product', others, from);
  const at = (ends: typeof from, value: unknown) => ends.findIndex(({ key }) => key === keyOf(value));
  return {
    ...{ from, to },
    streams: rows.map((row) => ({
      from: at(from, row.product),
      to: at(to, row.next_product),
      value: Number(row.customers),
      isSame: row.product !== null && row.product === row.next_product,
    })),
  };
}

export interface Told {
  went_on: number;
  /** Customers who took the same product again, those among all others too. */
  again: number;
  /** Customers who began or went on with one of the others, or of whom the file does not say it. */
  rest: number;
  untold: number;
  /** The largest move from one product to another that both have a name. */
  move: Row | null;
}

export function told(rows: readonly Row[]): Told {
  const isNamed = ({ product, next_product: next }: Row) => product !== null && next !== null;
  const moves = rows.filter((row) => isNamed(row) && row.product !== row.next_product);
  return {
    went_on: total(rows, 'customers'),
    again: total(rows, 'again'),
    rest: total(
      rows.filter((row) => !isNamed(row)),
      'customers',
    ),
    untold: total(rows, 'untold'),
    move: moves.reduce<Row | null>(
      (most, row) => (most === null || Number(row.customers) > Number(most.customers) ? row : most),
      null,
    ),
  };
}
