import type { LeftOut, Level } from '../../domain/tables';
import type { CountedPair, KeyKind } from './key-pairs';
import { salesScore, salesSigns, together } from './sales-score';
import type { Unit } from './table-shape';

export interface Attached {
  unit: number;
  by: CountedPair;
  level: Level;
}

/** Which unit holds the rows that are sold, what hangs on it, what was given back, and what is left out. */
export interface Links {
  root: number;
  attached: Attached[];
  refunds: { unit: number; by: CountedPair | null } | null;
  left: { unit: number; why: LeftOut; about: string }[];
  /** Units that could as well be the sales: a person has to say which. */
  rivals: number[];
}

/** The orders that hang on lines; their own rows stay where no line names them. */
export const ordersOf = ({ root, attached }: Links): Attached | undefined =>
  attached.find(({ level, by }) => level === 'order' && by.from === root);

/** A column that names another table's rows finds at least so many of them. */
const FOUND_ENOUGH = 0.5;
const ORDER_OF_KINDS: readonly KeyKind[] = ['order', 'item', 'customer', 'product'];

const share = ({ filled, found }: CountedPair): number => (filled === 0 ? 0 : found / filled);
/** A list of customers or products may repeat a few of its rows; rows of orders that share a number are its lines. */
const isUnique = ({ kind, to_filled, to_distinct }: CountedPair): boolean =>
  to_filled > 0 && to_distinct >= to_filled * (kind === 'order' || kind === 'item' ? 1 : 0.98);
const best = (a: CountedPair, b: CountedPair): number =>
  share(b) - share(a) || ORDER_OF_KINDS.indexOf(a.kind) - ORDER_OF_KINDS.indexOf(b.kind);

function reached(from: number, edges: readonly CountedPair[]): number[] {
  const seen = [from];
  for (const unit of seen)
    for (const edge of edges) if (edge.from === unit && !seen.includes(edge.to)) seen.push(edge.to);
  return seen;
}

const ROOTS: readonly Unit['said'][] = [null, 'orders', 'lines'];

/** The unit whose rows are what was sold: the finest one that the others hang on. */
function rootOf(
  units: readonly Unit[],
  candidates: readonly number[],
  edges: readonly CountedPair[],
): number {
  const signs = units.map(salesSigns);
  const rank = (at: number): number[] => {
    const all = reached(at, edges);
    return [
      units[at]!.said === 'lines' ? 2 : all.some((unit) => units[unit]!.said === 'orders') ? 1 : 0,
      salesScore(together(all.map((unit) => signs[unit]!))),
      all.length,
      salesScore(signs[at]!),
      units[at]!.rows,
    ];
  };
  const ranked = candidates.map((at) => ({ at, by: rank(at) }));
  ranked.sort((a, b) => b.by.map((value, i) => value - a.by[i]!).find((difference) => difference !== 0) ?? 0);
  return ranked[0]!.at;
}

const LEVELS: Record<KeyKind, Level> = {
  order: 'order',
  item: 'line',
  customer: 'customer',
  product: 'product',
};

function levelOf(units: readonly Unit[], by: CountedPair, above: Level | null): Level {
  const { said } = units[by.to]!;
  if (said === 'orders') return 'order';
  if (said === 'customers') return 'customer';
  if (said === 'products') return 'product';
  return above === 'product' || above === 'customer' ? above : LEVELS[by.kind];
}

function attach(units: readonly Unit[], root: number, edges: readonly CountedPair[]): Attached[] {
  const attached: Attached[] = [];
  const levels = new Map<number, Level | null>([[root, null]]);
  const queue = [root];
  for (const unit of queue)
    for (const by of edges.filter(({ from }) => from === unit).toSorted(best)) {
      if (levels.has(by.to)) continue;
      const level = levelOf(units, by, levels.get(unit) ?? null);
      levels.set(by.to, level);
      attached.push({ unit: by.to, by, level });
      queue.push(by.to);
    }
  return attached;
}

/** By which column refunds name what they give back: the order's number, else the item's. */
function refundKey(
  pairs: readonly CountedPair[],
  unit: number,
  joined: ReadonlySet<number>,
  kinds: readonly KeyKind[],
): CountedPair | null {
  const named = pairs.filter(
    ({ from, to, kind, found }) => from === unit && joined.has(to) && found > 0 && kinds.includes(kind),
  );
  const rank = (pair: CountedPair) => 2 * ORDER_OF_KINDS.indexOf(pair.kind) + (isUnique(pair) ? 0 : 1);
  return named.toSorted((a, b) => rank(a) - rank(b) || best(a, b))[0] ?? null;
}

/** What a list of refunds says by itself; null for a unit that does not look like one. */
export type RefundSigns = { amount: boolean; date: boolean } | null;

/** What the units are for, from what was counted of their keys. `refundSigns` has one entry a unit. */
export function proposeLinks(
  units: readonly Unit[],
  pairs: readonly CountedPair[],
  refundSigns: readonly RefundSigns[],
): Links {
  const all = units.map((_, i) => i);
  const isRefund = (at: number) => {
    const { said } = units[at]!;
    return said === 'refunds' || (said === null && refundSigns[at] !== null);
  };
  const others = all.filter((at) => !isRefund(at));
  const candidates = others.filter((at) => ROOTS.includes(units[at]!.said));
  const pool = candidates.length > 0 ? candidates : others.length > 0 ? others : all;
  const edges = pairs.filter(
    (pair) =>
      !isRefund(pair.from) &&
      !isRefund(pair.to) &&
      isUnique(pair) &&
      (share(pair) >= FOUND_ENOUGH || (units[pair.to]!.said !== null && pair.found > 0)),
  );
  const root = rootOf(units, pool, edges);
  const attached = attach(units, root, edges);
  const joined = new Set([root, ...attached.map(({ unit }) => unit)]);
  const left: Links['left'] = [];
  const rivals: number[] = [];
  let refunds: Links['refunds'] = null;
  for (const unit of all) {
    if (joined.has(unit)) continue;
    if (isRefund(unit) && !refunds) {
      const { amount, date } = refundSigns[unit] ?? { amount: false, date: false };
      // Without an amount the whole order is given back: an item's number is not enough to say how much.
      const by = refundKey(pairs, unit, joined, amount ? ['order', 'item'] : ['order']);
      if (by || (amount && date)) {
        refunds = { unit, by };
        continue;
      }
    }
    const names = pairs.find(({ from, to, found }) => from === unit && joined.has(to) && found > 0);
    const { dated, money, whose } = salesSigns(units[unit]!);
    if (!names && !isRefund(unit) && dated && money && whose && units[unit]!.said === null) rivals.push(unit);
    left.push({
      unit,
      why: names ? 'not_an_order_list' : 'no_key',
      about: names ? units[names.to]!.label : '',
    });
  }
  const isChosen = ROOTS.slice(1).includes(units[root]!.said);
  return { root, attached, refunds, left, rivals: isChosen ? [] : rivals };
}
