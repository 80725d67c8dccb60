/** Parts of all net, by whose it is and where it stands; `src/warehouse/bridge/net_parts.sql` counts them. */
export const NET_PARTS = [
  ...(['known', 'anonymous', 'before_first', 'no_orders', 'nobody', 'excess'] as const),
  ...(['refunds', 'other_types', 'later'] as const),
];
export type NetPart = (typeof NET_PARTS)[number];

/** What is outside a page's net: a part of its own, or what the page leaves out of those that it holds. */
export type NetOutside = Exclude<NetPart, 'known'> | 'not_here';

/** How the rows of an answer add up to a net. */
export interface NetOf {
  /** Columns of money, summed over the rows; `times` is a column that each is multiplied by. */
  columns: readonly string[];
  times?: string;
  /** Rows that count: those with this text in this column. */
  rows?: readonly [column: string, text: string];
  /** Parts that the page holds, at least some of them. */
  holds: readonly NetPart[];
  /** What a difference is that remains: money before a first order, or that of other days, customers or products. */
  rest: 'before_first' | 'not_here';
  /** Parameters, or flags of the rows, that make these something else than parts of a net, such as a split in which they overlap. */
  unless?: readonly string[];
}

/** A page's net, and the way from it to the net of all that was asked. Money in the currency's units. */
export interface NetLines {
  here: number;
  whole: number;
  outside: { part: NetOutside; amount: number }[];
}

type Cells = Readonly<Record<string, unknown>>;

/** Sums of doubles that were exact in SQL are off by less than this share of the largest. */
const NOISE = 1e-9;

/** The page's net with what lies outside it; null where its rows are not parts of a net. */
export function netLines(
  net: NetOf,
  rows: readonly Cells[],
  parts: Partial<Record<NetPart, number>>,
  params: Cells,
): NetLines | null {
  if (net.unless?.some((name) => params[name] != null || rows.some((row) => row[name] === true))) return null;
  const counted = net.rows ? rows.filter((row) => row[net.rows![0]] === net.rows![1]) : rows;
  const of = (row: Cells) => net.columns.reduce((sum, name) => sum + Number(row[name] ?? 0), 0);
  const here = counted.reduce((sum, row) => sum + of(row) * (net.times ? Number(row[net.times]) : 1), 0);
  const amounts = NET_PARTS.map((part) => ({ part, amount: parts[part] ?? 0 }));
  const whole = amounts.reduce((sum, { amount }) => sum + amount, 0);
  const noise = amounts.reduce((most, { amount }) => Math.max(most, Math.abs(amount)), 1) * NOISE;
  // Unknown buyers have no customer type.
  const isOfType = params.customer_type != null && params.customer_type !== 'all';
  const holds = (part: NetPart) => net.holds.includes(part) && !(part === 'anonymous' && isOfType);
  const outside: NetLines['outside'] = amounts.flatMap(({ part, amount }) =>
    part === 'known' || holds(part) || amount === 0 ? [] : [{ part, amount }],
  );
  const rest = whole - here - outside.reduce((sum, { amount }) => sum + amount, 0);
  // Under a filter the difference is what stands before a first order only where that comes to so much.
  const isWhole = ['from', 'to', 'orders_that'].every((name) => params[name] == null);
  const share = rest / (parts.before_first ?? 0);
  const isEarly = isWhole || (share > 0 && share <= 1 + NOISE);
  const part = net.rest === 'before_first' && isEarly ? 'before_first' : 'not_here';
  if (Math.abs(rest) > noise) outside.push({ part, amount: rest });
  return { here, whole, outside };
}
