import { IDENTITY_FIELDS } from '../../../src/domain/choices';
import type { SiftedTable } from '../../../src/domain/forgotten';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import type { SourceTable } from '../../../src/engine/source-contract';
import { foldName } from '../../../src/ingest/names/fold-name';
import type { EngineDatabase } from '../host/database';
import { loadFile } from '../import/load-file';
import { quoteText } from '../sql/quote';
import { rawColumn } from '../reading/reading';
import type { Shop } from '../shop';
import { written, type Readable } from './written-tables';

const never = new AbortController().signal;
export const listed = (values: readonly string[]): string => values.map(quoteText).join(', ') || 'null';

/** Several tables: each read by itself, its rows found by the cells that tell whose they are. */
export async function ofSeveral(
  signal: AbortSignal,
  database: EngineDatabase,
  shop: Shop,
  wanted: readonly SourceTable[],
  tables: readonly SourceTable[],
  keys: readonly string[],
): Promise<SiftedTable[]> {
  const { positions } = shop.plan!.reading;
  const cells = async (place: number) =>
    (
      await database.rows<{ cell: string }>(
        signal,
        `select distinct lower(trim(${rawColumn(place)})) as cell from raw where rowid + 1 in (select row_no from forgotten_rows) and trim(${rawColumn(place)}) <> ''`,
      )
    ).map(({ cell }) => cell);
  const telling: Telling[] = [];
  for (const field of [...IDENTITY_FIELDS, 'order_id'] as const) {
    const place = positions[field];
    if (place === undefined || (field === 'customer_name' && !shop.plan!.name_is_identity)) continue;
    telling.push({ place, cells: await cells(place), isOrder: field === 'order_id' });
  }
  const found: SiftedTable[] = [];
  const names = new Set<string>();
  /** A table that is the same as another is not joined, and stands as that one does. */
  const known = new Map<string, number[] | undefined>();
  await database.run(signal, `attach ':memory:' as forgetting`);
  try {
    await database.run(signal, 'use forgetting');
    for (const source of wanted) {
      const { headers, dialect } = await loadFile(signal, database, source, shop.choices, () => undefined);
      const named = headers.join('\u001f');
      const places = shop.places?.get(tables.indexOf(source)) ?? known.get(named);
      if (!known.has(named)) known.set(named, places);
      const conditions = telling.flatMap(({ place, cells: of, isOrder }) => {
        const at = places?.indexOf(place) ?? -1;
        return at < 0 || of.length === 0
          ? []
          : [
              {
                isOrder,
                text: `lower(trim(${rawColumn(at)}))`,
                is: `lower(trim(${rawColumn(at)})) in (${listed(of)})`,
              },
            ];
      });
      // The first that is filled says whose the row is: an e-mail of the house may stand on the rows of others.
      const own = conditions.filter(({ isOrder }) => !isOrder);
      const whose = own.map(({ text, is }) => `when ${text} <> '' then ${is}`).join(' ');
      const ofOrder = conditions.find(({ isOrder }) => isOrder)?.is ?? 'false';
      const where = `coalesce(${own.length > 0 ? `case ${whose} else false end` : 'false'}, false) or coalesce(${ofOrder}, false)`;
      const one = { source, choices: shop.choices, headers, dialect, where };
      const unjoined = conditions.length > 0 ? [] : telling.filter(({ isOrder }) => !isOrder);
      await refuseLeftOver(signal, database, one, keys, unjoined, shop.loaded.headers);
      const [count] = await database.rows<{ rows: number }>(
        signal,
        `select count(*) as rows from raw where ${where}`,
      );
      if (count?.rows) names.add(source.name);
      found.push(...(await written(signal, database, [one])));
    }
  } finally {
    await database.run(never, `use ${shop.database}`);
    await database.run(never, 'detach forgetting');
  }
  return found.filter(({ of }) => names.has(of));
}

/** A column of the joined rows, and what stands there in the rows that go. */
interface Telling {
  place: number;
  cells: string[];
  isOrder: boolean;
}

/**
 * An e-mail of the customer in a row that stays would bring them back; in a table that is joined to nothing, so would what stands under the
 * same header as the customers of the orders.
 */
async function refuseLeftOver(
  signal: AbortSignal,
  database: EngineDatabase,
  { source, headers, where }: Readable,
  keys: readonly string[],
  unjoined: readonly Telling[],
  joinedHeaders: readonly string[],
): Promise<void> {
  const sure = keys.filter((key) => key.includes('@')).map((key) => key.toLowerCase());
  const alike = (at: number) =>
    unjoined
      .filter(({ place }) => foldName(joinedHeaders[place] ?? '') === foldName(headers[at]!))
      .flatMap(({ cells }) => cells);
  const inAny = headers
    .map((_, i) => `lower(trim(${rawColumn(i)})) in (${listed([...sure, ...alike(i)])})`)
    .join(' or ');
  const [left] = await database.rows<{ row_no: number }>(
    signal,
    `select rowid + 1 as row_no from raw where not (${where}) and (${inAny}) order by rowid limit 1`,
  );
  if (!left) return;
  const { name } = source;
  throw new EngineFault(fault('not-taken-out', { name, row: left.row_no }, { file: name }));
}
