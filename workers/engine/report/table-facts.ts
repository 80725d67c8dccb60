import type { Fact } from '../../../src/domain/facts';
import type { TableSeen } from '../../../src/domain/tables';
import { hasImports, type Plan } from '../plan/plan';
import type { Database } from '../host/database';

/** What was joined, put together and left out, as facts for the report. */
export function tableFacts(tables: readonly TableSeen[]): Fact[] {
  const found: Fact[] = [];
  const parts = tables.filter(({ role }) => role === 'part');
  if (parts.length > 0) {
    const rows = tables.filter(({ role }) => role !== 'ignore').reduce((sum, table) => sum + table.rows, 0);
    found.push({ id: 'stacked', values: { tables: parts.length + 1, rows } });
  }
  for (const { label, role, rows, join, left_out, refund } of tables) {
    if (role === 'refunds')
      found.push({
        id: refund?.amount ? 'refunds_joined' : 'returns_joined',
        values: {
          table: label,
          rows,
          column: join?.column ?? '',
          found: join?.found ?? 0,
          of: join?.rows ?? 0,
        },
      });
    else if (join)
      found.push({
        id: 'joined',
        values: { table: label, to: join.to, column: join.to_column, found: join.found, of: join.rows },
      });
    if (left_out && left_out.why !== 'chosen' && left_out.why !== 'another_chosen')
      found.push({
        id: 'left_out',
        values: { table: label, rows, why: left_out.why, about: left_out.about },
      });
  }
  return found;
}

/** What the files that were added last changed. */
export async function importFacts(signal: AbortSignal, database: Database, plan: Plan): Promise<Fact[]> {
  if (!hasImports(plan)) return [];
  const rows = await database.rows<{ change: string; orders: number }>(
    signal,
    'select change, count(*) as orders from import_changes group by change',
  );
  const of = (change: string) => rows.find((row) => row.change === change)?.orders ?? 0;
  return [
    { id: 'import_changes', values: { new: of('new'), changed: of('changed'), vanished: of('vanished') } },
  ];
}
