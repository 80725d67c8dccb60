import type { Choices } from '../../src/domain/choices';
import { openTables } from '../../workers/engine/import/open-tables';
import { planFor } from '../../workers/engine/plan/plan-for';
import { settledProposal } from '../../workers/engine/plan/proposal';
import type { Shop } from '../../workers/engine/shop';
import { stageRows } from '../../workers/engine/build/stage-rows';
import { tablesOf } from './source';
import { inWords } from './told';
import { engineOf, never, type EngineName } from './warehouse';

/** A row that the product counts, before any table is made of it. */
export interface CountedRow {
  order: string | null;
  customer: string | null;
  /** The shop's wall clock to the minute. */
  at: string;
  /** Exact, as the engine writes it. */
  sales: string;
  kind: 'sale' | 'refund';
}

export interface StagedFile {
  rows: CountedRow[];
  rows_read: number;
  set_aside: number;
  mapping: Record<string, string>;
}

let opened = 0;

/**
 * A file as far as every row is a sale, a refund or set aside, by the product's own reader, look, mapping and staging: what
 * differs from one way of writing a shop to another happens here, and the tables after it are the same for all files.
 * Throws the EngineError that the page would show.
 */
export const stageFile = (engine: EngineName, file: File, choices: Choices): Promise<StagedFile> =>
  inWords(() => staged(engine, file, choices));

async function staged(engine: EngineName, file: File, choices: Choices): Promise<StagedFile> {
  const { database } = await engineOf(engine);
  const name = `staged_${++opened}`;
  await database.run(never, `attach ':memory:' as ${name}; use ${name}`);
  try {
    const tables = await tablesOf(file, choices);
    const found = await openTables(never, database, tables, choices, () => undefined);
    const shop: Shop = {
      ...found,
      database: name,
      isCompressed: false,
      isInUse: false,
      file: { name: file.name, bytes: file.size },
      files: [],
      choices,
      plan: null,
      readings: null,
      bridge: [],
      made: null,
      report: null,
      late: new Set(),
      attributes: { found: [], others: [] },
      columns: new Set(),
      lines: new Map(),
    };
    const proposal = await settledProposal(never, database, shop, choices);
    const plan = planFor(shop, proposal, choices, new Date().toLocaleDateString('sv-SE'));
    await stageRows(never, database, plan, {
      begin: async () => undefined,
      onStep: () => undefined,
      isAtOnce: true,
    });
    const rows = await database.rows<Omit<CountedRow, 'kind'> & { kind: CountedRow['kind'] | 'set_aside' }>(
      never,
      `select order_id as "order", customer_id as customer, strftime(ordered_at, '%Y-%m-%d %H:%M') as at,
         sales::varchar as sales, kind from staged_lines order by row_no`,
    );
    const counted = rows.filter((row): row is CountedRow => row.kind !== 'set_aside');
    const [outside] = await database.rows<{ rows: number }>(
      never,
      'select count(*) as rows from rows_outside',
    );
    return {
      rows: counted,
      rows_read: found.loaded.rows,
      set_aside: rows.length - counted.length + found.loaded.ragged + (outside?.rows ?? 0),
      mapping: Object.fromEntries(proposal.fields.map(({ field, column }) => [field, column])),
    };
  } finally {
    await database.run(never, `use memory; detach ${name}`);
  }
}
