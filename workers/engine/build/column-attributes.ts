import type { FileAttributes } from '../../../src/domain/attributes';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import {
  candidates,
  judgeColumn,
  MOST_VALUES,
  type AttributeCounts,
  type SaidLevels,
} from '../../../src/ingest/attributes';
import type { Database } from '../host/database';
import type { Plan } from '../plan/plan';
import { quoteText } from '../sql/quote';
import { cell, trimmed, type Reading } from '../reading/reading';
import type { Shop } from '../shop';

/** A cell of the file as the value of an attribute; null where it is blank. */
export const cellValue = (position: number, reading: Pick<Reading, 'layout' | 'unpadded'>): string => {
  const text = cell(position, reading);
  return reading.unpadded.includes(position) ? text : `nullif(${trimmed(text)}, '')`;
};

/** What a person has said of columns, by position. Throws `bad-parameter` for a header that the file does not have. */
function saidLevels({ loaded }: Shop, { choices }: Plan): SaidLevels {
  return new Map(
    Object.entries(choices.attributes ?? {}).map(([header, level]) => {
      const position = loaded.headers.indexOf(header);
      if (position >= 0) return [position, level];
      throw new EngineFault(
        fault(
          'attribute-of-no-column',
          { header, columns: loaded.headers },
          { code: 'bad-parameter', column: header },
        ),
      );
    }),
  );
}

/** What orders of the file can be told apart by, counted over all rows, and why its other columns are no such thing. */
export async function findAttributes(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  plan: Plan,
  of: { orders: number; customers: number },
): Promise<FileAttributes> {
  const said = saidLevels(shop, plan);
  const { file_position } = shop.counted;
  const columns = shop.counted.columns.filter(({ position }) => position !== file_position);
  const { known, open, others } = candidates(columns, plan.reading.positions, said);
  const values = await countValues(
    signal,
    database,
    plan,
    [...known, ...open].map(({ position }) => position),
  );
  const few = open.filter(
    ({ position }) => said.has(position) || values.get(position)!.values <= MOST_VALUES,
  );
  const groups = await countGroups(
    signal,
    database,
    plan,
    few.map(({ position }) => position),
    values,
  );
  const result: FileAttributes = { found: [], others };
  for (const { position, field } of [...known, ...open]) {
    const level = said.get(position);
    const counts = { ...values.get(position)!, ...(groups.get(position) ?? NONE) };
    const evidence = shop.counted.columns[position]!;
    const judged = judgeColumn(evidence, field, counts, of, level === 'ignore' ? undefined : level);
    if ('why' in judged) result.others.push(judged);
    else result.found.push(judged);
  }
  result.found.sort((a, b) => a.position - b.position);
  return result;
}

type Values = Pick<AttributeCounts, 'values' | 'blank_rows' | 'longest'> & { usual: string | null };
type Groups = Pick<AttributeCounts, 'orders' | 'customers'>;
const NONE: Groups = { orders: { mixed: 0, telling: 0 }, customers: { mixed: 0, telling: 0 } };

/** Different values, rows without one, the longest value and the usual one, over all rows of the file. */
async function countValues(
  signal: AbortSignal,
  database: Database,
  { reading }: Plan,
  positions: readonly number[],
): Promise<Map<number, Values>> {
  if (positions.length === 0) return new Map();
  const texts = positions.map(
    (at) => `select ${at} as place, count(value) as "values",
      coalesce(sum(rows) filter (value is null), 0) as blank_rows,
      coalesce(max(length(value)), 0) as longest, arg_max(value, rows) filter (value is not null) as usual
      from (select ${cellValue(at, reading)} as value, count(*) as rows from raw group by value)`,
  );
  const rows = await database.rows<Values & { place: number }>(signal, texts.join(' union all '));
  return new Map(rows.map(({ place, ...one }) => [place, one]));
}

/**
 * Orders and customers of which several rows are there, by whether these agree. A blank disagrees with nothing. Texts are compared by
 * their hashes, which is many times faster; two texts of one hash could only make a level coarser, and there are 2⁶⁴.
 */
async function countGroups(
  signal: AbortSignal,
  database: Database,
  { reading }: Plan,
  positions: readonly number[],
  values: ReadonlyMap<number, Values>,
): Promise<Map<number, Groups>> {
  if (positions.length === 0) return new Map();
  const each = (of: (at: number) => string) => positions.map(of).join(', ');
  const hashed = (at: number) => {
    const value = cellValue(at, reading);
    return `if(${value} is null, null, hash(${value})) as v${at}`;
  };
  const differs = (at: number) => `low${at} <> high${at}`;
  const isTelling = (at: number) => {
    const usual = `hash(${quoteText(values.get(at)?.usual ?? '')})`;
    return `(low${at} <> ${usual} or high${at} <> ${usual})`;
  };
  const counted = (of: string, at: number) =>
    `count(*) filter (${differs(at)}) as mixed_${of}_${at}, count(*) filter (${isTelling(at)}) as telling_${of}_${at}`;
  const [row = {}] = await database.rows<Record<string, number>>(
    signal,
    `with said as (
      select hash(order_id) as order_key, hash(customer_id) as customer_key, customer_id is null as is_nobody, ${each((at) => `v${at}`)}
      from staged_lines join (select rowid + 1 as row_no, ${each(hashed)} from raw) using (row_no)
      where kind = 'sale'
    ),
    by_order as (
      select order_key, any_value(if(is_nobody, null, customer_key)) as customer_key, count(*) as rows,
        ${each((at) => `min(v${at}) as low${at}, max(v${at}) as high${at}`)}
      from said group by order_key
    ),
    by_customer as (
      select ${each((at) => `min(low${at}) as low${at}, max(high${at}) as high${at}`)}
      from by_order
      where customer_key not in (select hash(customer_id) from customer_keys where is_anonymous)
      group by customer_key having count(*) > 1
    )
    select * from (select ${each((at) => counted('orders', at))} from by_order where rows > 1)
    cross join (select ${each((at) => counted('customers', at))} from by_customer)`,
  );
  const of = (what: string, at: number) => ({
    mixed: Number(row[`mixed_${what}_${at}`] ?? 0),
    telling: Number(row[`telling_${what}_${at}`] ?? 0),
  });
  return new Map(positions.map((at) => [at, { orders: of('orders', at), customers: of('customers', at) }]));
}
