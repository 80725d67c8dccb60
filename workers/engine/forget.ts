import { IDENTITY_FIELDS, type Choices, type FileChoice } from '../../src/domain/choices';
import type { Forgotten, Sifted, SiftedTable } from '../../src/domain/forgotten';
import { EngineError } from '../../src/engine/errors';
import { choiceOf, type SourceTable } from '../../src/engine/source-contract';
import { foldName } from '../../src/ingest/fold-name';
import { shopOf } from '../../src/ingest/saved-mapping';
import { leftBefore, saidRole } from '../../src/ingest/tables/table-choices';
import type { EngineDatabase } from './database';
import { loadFile } from './load-file';
import { quoteText } from './quote';
import { rawColumn } from './reading';
import type { Shop } from './shop';

const never = new AbortController().signal;
const listed = (values: readonly string[]): string => values.map(quoteText).join(', ') || 'null';

/** The hash of a key of this shop. An e-mail is the same person in every shop; a number is not. */
const hashOf = ({ plan, loaded }: Shop, salt: string, value: string): string => {
  const mapping = Object.fromEntries(
    Object.entries(plan?.reading.positions ?? {}).map(([field, at]) => [field, loaded.headers[at] ?? '']),
  );
  return `sha256(${quoteText(salt)} || if(contains(${value}, '@'), '', ${quoteText(shopOf(mapping))}) || ${value})`;
};

/** Every id, e-mail and phone that stands for a customer of the file, with the customer. */
const KEYS = `select customer_id, customer_id as value from staged_lines where customer_id is not null group by customer_id
  union all select customer_id, value from joined_keys`;

/** The customers of the file who are on the list. */
export async function forgottenIn(
  signal: AbortSignal,
  database: EngineDatabase,
  shop: Shop,
  { salt, hashes }: Forgotten,
): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await database.rows<{ customer_id: string }>(
    signal,
    `select distinct customer_id from (${KEYS}) where ${hashOf(shop, salt, 'value')} in (${listed(hashes)}) order by customer_id`,
  );
  return rows.map(({ customer_id }) => customer_id);
}

/**
 * The tables that hold rows of these customers, written anew as CSV without those rows: their own, those of their orders, and those of a
 * list of customers. Throws `not-taken-out` where a table would still name one of them.
 */
export async function withoutCustomers(
  signal: AbortSignal,
  database: EngineDatabase,
  shop: Shop,
  tables: readonly SourceTable[],
  customers: readonly string[],
  salt: string,
): Promise<Sifted> {
  const run = (sql: string) => database.run(signal, sql);
  const keys = await database.rows<{ value: string; hash: string }>(
    signal,
    `select value, ${hashOf(shop, salt, 'value')} as hash from (${KEYS}) where customer_id in (${listed(customers)}) group by value order by value`,
  );
  await run(`create or replace table forgotten_rows as select row_no from staged_lines where customer_id in (${listed(customers)})
    or order_id in (select order_id from orders where customer_id in (${listed(customers)}))`);
  try {
    const wanted = wantedOf(tables, shop.choices);
    const read = new Set(wanted.map(({ name }) => name));
    const unread = [...new Set(tables.map(({ name }) => name))].filter((name) => !read.has(name));
    const sifted = { unread, hashes: keys.map(({ hash }) => hash), keys: keys.map(({ value }) => value) };
    if (!shop.places) {
      const [only] = wanted;
      const where = 'rowid + 1 in (select row_no from forgotten_rows)';
      const table = { ...shop.loaded, source: only!, choices: shop.choices };
      return { ...sifted, tables: await written(signal, database, [{ ...table, where }]) };
    }
    return { ...sifted, tables: await ofSeveral(signal, database, shop, wanted, tables, sifted.keys) };
  } finally {
    await database.run(never, `use ${shop.database}`);
    await database.run(never, 'drop table if exists forgotten_rows');
  }
}

const wantedOf = (tables: readonly SourceTable[], choices: Choices): SourceTable[] => {
  const left = leftBefore(tables, choices);
  return tables.filter((_, index) => !left.has(index));
};

interface Readable {
  source: SourceTable;
  choices: Choices;
  headers: string[];
  dialect: { has_header: boolean };
  /** Which rows of `raw` go. */
  where: string;
}

/** Several tables: each read by itself, its rows found by the cells that tell whose they are. */
async function ofSeveral(
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
  throw new EngineError({
    code: 'not-taken-out',
    file: source.name,
    message: `${source.name}, row ${left.row_no}: this row names the customer too, and nothing says whose it is. Nothing was changed.`,
    next: 'Take the customer out of the files themselves, and open them again.',
  });
}

const ROWS_IN_PART = 20_000;

/** Tables as CSV: the header as it was read, and the rows that stay. */
async function written(
  signal: AbortSignal,
  database: EngineDatabase,
  tables: readonly Readable[],
): Promise<SiftedTable[]> {
  const found: SiftedTable[] = [];
  for (const { source, choices, headers, dialect, where } of tables) {
    const [size] = await database.rows<{ rows: number; gone: number }>(
      signal,
      `select count(*) as rows, count(*) filter (${where}) as gone from raw`,
    );
    const { rows, gone } = size ?? { rows: 0, gone: 0 };
    const cells = headers.map((_, i) => `coalesce('"' || replace(${rawColumn(i)}, '"', '""') || '"', '')`);
    const line =
      cells.length === 1 ? `coalesce(nullif(${cells[0]}, ''), '""')` : `concat_ws(',', ${cells.join(', ')})`;
    const parts: string[] = dialect.has_header
      ? [`${headers.map((header) => `"${header.replaceAll('"', '""')}"`).join(',')}\n`]
      : [];
    for (let from = 0; from < rows; from += ROWS_IN_PART) {
      const [part] = await database.rows<{ text: string | null }>(
        signal,
        `select string_agg(${line}, chr(10) order by rowid) as text from raw
         where rowid >= ${from} and rowid < ${from + ROWS_IN_PART} and not (${where})`,
      );
      if (part?.text) parts.push(`${part.text}\n`);
    }
    found.push({
      of: source.name,
      bytes: new Blob(parts),
      choice: choiceFor(source, choices, dialect, gone),
    });
  }
  return found;
}

/** How the new text is read; what was said of the file's own text does not hold for it. */
function choiceFor(
  source: SourceTable,
  choices: Choices,
  { has_header }: { has_header: boolean },
  gone: number,
): FileChoice {
  const inside = [source.member, source.sheet].filter((part) => part !== null).join(' ');
  const role = saidRole(choices, source);
  return {
    name: inside === '' ? source.name : `${source.name} ${inside}.csv`,
    ...(role ? { role } : {}),
    header: has_header,
    dialect: { layout: 'delimited', delimiter: ',', quote: '"', escape: '"', skip_lines: 0 },
    forgotten: (choiceOf(choices, source)?.forgotten ?? 0) + gone,
  };
}
