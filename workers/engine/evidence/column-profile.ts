import type { ColumnProfile } from '../../../src/domain/column-profile';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import type { Database } from '../host/database';
import { dateExpression } from '../reading/date-expression';
import { moneyAt } from '../reading/money-columns';
import { rawColumn } from '../reading/reading';
import type { Shop } from '../shop';

/** Above so many rows different values are estimated. */
const EXACT_UP_TO = 200_000;
const BINS = 12;
const TOP = 5;
const LONGEST = 200;

type Shape = Pick<ColumnProfile, 'kind' | 'top' | 'bins'>;

/** What a column holds over all rows. Throws `bad-parameter` for a position that the file does not have. */
export async function columnProfile(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  position: number,
): Promise<ColumnProfile> {
  if (shop.loaded.headers[position] === undefined)
    throw new EngineFault(fault('no-column', { position }, { code: 'bad-parameter' }));
  const column = rawColumn(position);
  const { rows } = shop.loaded;
  const different = rows > EXACT_UP_TO ? `approx_count_distinct(${column})` : `count(distinct ${column})`;
  const [counted] = await database.rows<{ rows: number; filled: number; distinct: number }>(
    signal,
    `select count(*) as rows, count(${column}) as filled, ${different} as distinct from raw`,
  );
  const sizes = { position, ...(counted ?? { rows: 0, filled: 0, distinct: 0 }) };
  if (sizes.filled === 0) return { ...sizes, kind: 'empty', top: [], bins: [] };
  const shape =
    (await dates(signal, database, shop, position, sizes.filled)) ??
    (await numbers(signal, database, shop, position, sizes.filled)) ??
    (await texts(signal, database, column, sizes));
  return { ...sizes, ...shape };
}

async function dates(
  signal: AbortSignal,
  database: Database,
  { readings }: Shop,
  position: number,
  filled: number,
): Promise<Shape | null> {
  if (!readings?.dates[position]) return null;
  const day = `cast(${dateExpression(position, { ...readings, zone: null })} as date)`;
  const found = await database.rows<{ from: string; to: string; rows: number; read: number }>(
    signal,
    `with days as (select ${day} - date '1970-01-01' as x from raw), ${binned('days', 'min(x)', 'max(x) + 1')}
     select (date '1970-01-01' + floor(low)::integer)::varchar as "from",
       (date '1970-01-01' + (ceil(high)::integer - 1))::varchar as "to", rows, read from bins order by bin`,
  );
  return shape('dates', found, filled);
}

async function numbers(
  signal: AbortSignal,
  database: Database,
  { readings, counted }: Shop,
  position: number,
  filled: number,
): Promise<Shape | null> {
  if (!readings?.numbers[position]) return null;
  const number = moneyAt(position, { ...readings, integer_digits: counted.integer_digits });
  // A picture's edges: no money is summed here.
  const found = await database.rows<{ from: number; to: number; rows: number; read: number }>(
    signal,
    `with numbers as (select cast(${number?.expression} as double) as x from raw),
     ${binned('numbers', 'quantile_disc(x, 0.01)', 'quantile_disc(x, 0.99)')}
     select low as "from", high as "to", rows, read from bins order by bin`,
  );
  return shape('numbers', found, filled);
}

/** Equal steps between two edges, as the table \`bins\`: those without rows too. One where there is one value. */
const binned = (of: string, low: string, high: string): string => `
  edges as (select ${low}::double as low, ${high}::double as high, count(x) as read from ${of}),
  placed as (
    select if(high > low, greatest(0, least(${BINS - 1}, floor((x - low) / (high - low) * ${BINS}))), 0)::integer as bin, count(*) as rows
    from ${of} cross join edges where x is not null group by all
  ),
  steps as (select unnest(range(if(high > low, ${BINS}, 1)))::integer as bin, edges.* from edges where read > 0),
  bins as (
    select bin, coalesce(placed.rows, 0) as rows, read, low + (high - low) / ${BINS} * bin as low,
      if(high > low, low + (high - low) / ${BINS} * (bin + 1), high) as high
    from steps left join placed using (bin)
  )`;

/** Null where most values cannot be read so: they are texts. */
function shape(
  kind: 'dates' | 'numbers',
  found: { from: number | string; to: number | string; rows: number; read: number }[],
  filled: number,
): Shape | null {
  if (2 * (found[0]?.read ?? 0) <= filled) return null;
  return { kind, top: [], bins: found.map(({ from, to, rows }) => ({ from, to, rows })) };
}

async function texts(
  signal: AbortSignal,
  database: Database,
  column: string,
  { filled, distinct }: { filled: number; distinct: number },
): Promise<Shape> {
  const isUnique = filled > TOP && distinct > 0.95 * filled;
  const top = isUnique
    ? []
    : await database.rows<{ text: string; rows: number }>(
        signal,
        `select left(${column}, ${LONGEST}) as text, count(*) as rows from raw where ${column} is not null
         group by ${column} order by rows desc, text limit ${TOP}`,
      );
  return { kind: 'texts', top, bins: [] };
}
