import type { Choices } from '../../../src/domain/choices';
import type { Fact } from '../../../src/domain/facts';
import type { BuiltReport } from '../../../src/engine/contract';
import type { Database } from '../host/database';
import type { EngineHost } from '../host/host';
import { OF_NAMES, withTables } from './late-tables';
import { provenanceOf } from '../report/provenance';
import type { Shop } from '../shop';

const FACT = 'product_names_absent';

/** Whether the tables that stand were built with these choices but for the names of products, which no table reads before it is asked for. */
export function isRenaming(shop: Shop, choices: Choices): boolean {
  const others = ({ product_names: _names, ...rest }: Choices) => JSON.stringify(rest);
  return shop.plan !== null && shop.report !== null && others(shop.plan.choices) === others(choices);
}

/** Other names for the products of tables that stand: what tells products apart is made anew when it is next asked for. */
export async function renameProducts(
  signal: AbortSignal,
  host: EngineHost,
  shop: Shop,
  choices: Choices,
): Promise<BuiltReport> {
  const started = performance.now();
  const before = { choices: shop.choices, plan: shop.plan };
  for (const table of [...OF_NAMES, 'names'] as const) shop.late.delete(table);
  Object.assign(shop, { choices, plan: { ...shop.plan!, choices } });
  try {
    const facts = [
      ...shop.report!.facts.filter(({ id }) => id !== FACT),
      ...(await productFacts(signal, host.database, shop)),
    ];
    return { ...shop.report!, choices, facts, provenance: await provenanceOf(host, shop, started) };
  } catch (error) {
    shop.late.delete('names');
    Object.assign(shop, before);
    throw error;
  }
}

/** Where a person has said that names count as others: how many of these are not in the file. */
export async function productFacts(signal: AbortSignal, database: Database, shop: Shop): Promise<Fact[]> {
  if (!shop.plan?.choices.product_names) return [];
  await withTables(signal, database, shop, ['names']);
  const [row] = await database.rows<{ said: number; absent: number }>(
    signal,
    `select count(*) as said, count(*) filter (own_key not in (select own_key from product_names)) as absent from product_merges`,
  );
  return row?.absent ? [{ id: FACT, values: { said: row.said, absent: row.absent } }] : [];
}
