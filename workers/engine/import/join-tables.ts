import type { JoinedColumn } from '../../../src/ingest/tables/joined-columns';
import { ordersOf, type Attached, type Links } from '../../../src/ingest/tables/propose-links';
import type { Unit } from '../../../src/ingest/tables/table-shape';
import { quoteText } from '../sql/quote';
import { rawColumn } from '../reading/reading';
import { keyText, readingOf, unitTable } from './table-keys';

const alias = (unit: number): string => `u${unit}`;
const of = (unit: number, column: number): string => `${alias(unit)}.${rawColumn(column)}`;

/** A list under its own name, each key once, the last row that has it: a list must not multiply what names it. */
function listed(units: readonly Unit[], { by }: Attached): string {
  const key = keyText(rawColumn(by.to_column), readingOf(units, by));
  const once =
    by.to_keys === by.to_filled
      ? ''
      : ` qualify row_number() over (partition by ${key} order by rowid desc) = 1`;
  return `(select *, rowid as place, ${key} as join_key from ${unitTable(by.to)} where ${key} is not null${once}) as ${alias(by.to)}`;
}

const joins = (units: readonly Unit[], attached: readonly Attached[]): string =>
  attached
    .map((one) => {
      const key = keyText(of(one.by.from, one.by.column), readingOf(units, one.by));
      return ` left join ${listed(units, one)} on ${alias(one.unit)}.join_key = ${key}`;
    })
    .join('');

/** Units that hang on `unit`, near or far. */
function hanging(attached: readonly Attached[], unit: number): Attached[] {
  const found: Attached[] = [];
  for (const one of attached)
    if (one.by.from === unit || found.some((other) => other.unit === one.by.from)) found.push(one);
  return found;
}

/** Statements that make `raw`: each row of the root with all that hangs on it, then the orders that no row names. */
export function joinStatements(
  units: readonly Unit[],
  links: Links,
  columns: readonly JoinedColumn[],
): string[] {
  const { root, attached } = links;
  if (attached.length === 0) return [`alter table ${unitTable(root)} rename to raw`];
  const select = columns.map(({ unit, column }, i) => `${of(unit, column)} as ${rawColumn(i)}`);
  const statements = [
    `create or replace table raw as select ${select.join(', ')} from ${unitTable(root)} as ${alias(root)}${joins(units, attached)}
     order by ${alias(root)}.rowid`,
  ];
  const orders = ordersOf(links);
  if (!orders) return statements;
  const { by } = orders;
  const below = hanging(attached, orders.unit);
  const has = new Set([orders.unit, ...below.map(({ unit }) => unit)]);
  const alone = columns.map(({ unit, column }, i) => {
    const value = has.has(unit) ? of(unit, column) : 'null';
    const isKey = unit === root && column === by.column;
    return `${isKey ? `${alias(orders.unit)}.join_key` : value} as ${rawColumn(i)}`;
  });
  const named = keyText(rawColumn(by.column), readingOf(units, by));
  statements.push(
    `insert into raw select ${alone.join(', ')} from ${listed(units, orders)}${joins(units, below)}
     where ${alias(orders.unit)}.join_key not in (
       select ${named} from ${unitTable(root)} where ${named} is not null
     ) order by ${alias(orders.unit)}.place`,
  );
  return statements;
}

/** Rows that are read and not used: they are counted, and can be seen, under the reason `rule`. */
export function setAside(rule: string, label: string, table: string, columns: number, where: string): string {
  const cells = Array.from({ length: columns }, (_, i) => `coalesce(${rawColumn(i)}, '')`);
  return `insert into rows_outside select ${quoteText(rule)}, ${quoteText(label)}, rowid + 1, concat_ws(' | ', ${cells.join(', ')})
    from ${table} where ${where} order by rowid`;
}

/** Rows that the file had of customers who were forgotten: counted, with nothing of what stood in them. */
export const goneRows = (label: string, rows: number): string =>
  `insert into rows_outside select 'forgotten', ${quoteText(label)}, null, null from range(${Math.floor(rows)})`;

/** Rows of lists that nothing names, and all rows of units that are left out. */
export function asideStatements(units: readonly Unit[], links: Links): string[] {
  const orders = ordersOf(links);
  const aside = (unit: number, rule: string, where: string) =>
    setAside(rule, units[unit]!.label, unitTable(unit), units[unit]!.columns.length, where);
  const unnamed = links.attached.map((one) => {
    const { unit, by } = one;
    const reading = readingOf(units, by);
    const key = keyText(rawColumn(by.to_column), reading);
    const from = keyText(rawColumn(by.column), reading);
    const named = `select ${from} from ${unitTable(by.from)} where ${from} is not null`;
    return aside(
      unit,
      'unnamed_row',
      one === orders ? `${key} is null` : `${key} is null or ${key} not in (${named})`,
    );
  });
  return [...unnamed, ...links.left.map(({ unit }) => aside(unit, 'left_out', 'true'))];
}
