import type { Choices } from '../../../src/domain/choices';
import type { Look } from '../../../src/engine/look-contract';
import type { Database } from '../host/database';
import type { Shop } from '../shop';
import { settledProposal } from './proposal';

/** What the mapping page is told of a file. */
export async function inspectionOf(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  choices: Choices,
): Promise<Look> {
  const { loaded, counted, file } = shop;
  const proposal = await settledProposal(signal, database, shop, choices);
  shop.readings = proposal;
  const { delimiter, has_header, skip_lines, layout } = loaded.dialect;
  const main =
    shop.tables.find(({ role }) => role === 'lines') ?? shop.tables.find(({ role }) => role === 'orders');
  const sheet = main?.sheet ?? null;
  const sheets = shop.tables.flatMap((table) => (table.name === file.name ? (table.sheet ?? []) : []));
  return {
    tables: shop.tables,
    file: { ...file, rows: loaded.rows, sheet, sheets, encoding: loaded.encoding },
    dialect: { delimiter, has_header, skip_lines, layout },
    columns: counted.columns,
    proposal,
    evidence: loaded.evidence,
  };
}
