import type { OpenQuestion } from '../../domain/said/questions';
import type { Problems } from '../../domain/said/problems';
import type { Said } from '../../domain/said/said';
import type { LeftOut, TableJoin, TableName, TableRole, TableSeen } from '../../domain/tables';
import type { CountedPair } from './key-pairs';
import { ordersOf, type Attached, type Links } from './propose-links';
import type { Unit } from './table-shape';

export interface Left {
  why: LeftOut;
  about: string;
  /** Of a table that could not be read. */
  problem?: Said<Problems>;
}

/** A table with its place in the import, and how large it is; 0 for one that was not read. */
export interface SizedTable extends TableName {
  label: string;
  rows: number;
  columns: number;
}

export interface Linked {
  units: readonly Unit[];
  links: Links;
  /** For refunds: the headers of the columns that say how much and when. */
  refund: TableSeen['refund'];
}

const ROLE_OF_LEVEL = {
  order: 'orders',
  line: 'products',
  customer: 'customers',
  product: 'products',
} as const;

const MAY_BE: TableRole[] = ['orders', 'lines', 'refunds', 'products', 'customers', 'part', 'ignore'];

function joinOf(units: readonly Unit[], by: CountedPair, isList: boolean): TableJoin {
  const header = (unit: number, column: number) => units[unit]!.columns[column]!.header;
  const [own, other] = isList
    ? [header(by.to, by.to_column), header(by.from, by.column)]
    : [header(by.from, by.column), header(by.to, by.to_column)];
  return {
    column: own,
    to: units[isList ? by.from : by.to]!.label,
    to_column: other,
    rows: by.filled,
    found: by.found,
    unnamed: isList ? units[by.to]!.rows - by.to_named : 0,
  };
}

function roleOf(
  { units, links, refund }: Linked,
  unit: number,
): Pick<TableSeen, 'role' | 'join' | 'refund' | 'left_out'> {
  const none = { join: null, refund: null, left_out: null };
  if (unit === links.root) return { ...none, role: ordersOf(links) ? 'lines' : 'orders' };
  const attached = links.attached.find((one: Attached) => one.unit === unit);
  if (attached)
    return { ...none, role: ROLE_OF_LEVEL[attached.level], join: joinOf(units, attached.by, true) };
  if (links.refunds?.unit === unit) {
    const { by } = links.refunds;
    return { ...none, role: 'refunds', join: by && joinOf(units, by, false), refund };
  }
  const left = links.left.find((one) => one.unit === unit);
  return { ...none, role: 'ignore', left_out: { why: left?.why ?? 'no_key', about: left?.about ?? '' } };
}

/** Every table of an import with what it is for. `left` are those that take no part, by position. */
export function seenTables(
  tables: readonly SizedTable[],
  left: ReadonlyMap<number, Left>,
  linked: Linked | null,
): TableSeen[] {
  return tables.map((table, index): TableSeen => {
    const plain = {
      ...table,
      join: null,
      refund: null,
      left_out: null,
      may_be: tables.length > 1 ? MAY_BE : [],
    };
    const out = left.get(index);
    if (out) return { ...plain, role: 'ignore', left_out: out };
    const unit = linked?.units.findIndex((one) => one.tables.includes(index)) ?? -1;
    if (!linked || unit < 0) return { ...plain, role: 'orders' };
    const said = roleOf(linked, unit);
    const isFirst = linked.units[unit]!.tables[0] === index;
    return {
      ...plain,
      ...said,
      ...(isFirst || said.role === 'ignore' ? {} : { role: 'part' as const, join: null }),
    };
  });
}

/** Where two tables could be the sales and nothing joins them, a person says which one is. */
export function whichSales(units: readonly Unit[], { root, rivals }: Links): OpenQuestion[] {
  if (rivals.length === 0) return [];
  const labels = [root, ...rivals].map((unit) => units[unit]!.label);
  return [
    {
      id: 'tables',
      values: {},
      options: labels.map((label) => ({ value: label })),
      examples: [],
    },
  ];
}
