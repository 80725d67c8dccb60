import type { Field } from '../../../src/domain/choices';
import type { Fact } from '../../../src/domain/facts';
import type { VisitRule } from '../../../src/domain/mapping';
import { visitColumns } from '../../../src/ingest/rows/visits';
import type { Database } from '../host/database';
import type { CountedColumns } from './evidence';
import type { Plan } from '../plan/plan';
import { headOf, isFollower, isHead } from '../reading/reading';

/** Whether date and customer are blank together, on rows that name goods: counted once for each three columns. */
export async function countVisits(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  fields: readonly { field: Field; position: number }[],
): Promise<boolean> {
  const rule = visitColumns((wanted) => fields.find(({ field }) => field === wanted)?.position);
  const date = counted.columns[rule?.date ?? -1];
  if (!rule || !date || date.filled === date.rows) return false;
  const { visits } = date;
  if (visits?.who === rule.who && visits.goods === rule.goods) return false;
  const of = { ...rule, fills: [] };
  const isDated = `c${rule.date} is not null`;
  const isNamed = `c${rule.who} is not null`;
  const [row] = await database.rows<{
    heads: number;
    followers: number;
    broken: number;
    starts: boolean;
    ends: boolean;
  }>(
    signal,
    `select count(*) filter (${isHead(of)}) as heads, count(*) filter (${isFollower(of)}) as followers,
     count(*) filter ((${isDated}) <> (${isNamed})) as broken,
     coalesce(min(rowid) filter (${isHead(of)}) < min(rowid) filter (${isFollower(of)}), false) as starts,
     coalesce(max(rowid) filter (${isFollower(of)}) = max(rowid) filter (c${rule.goods} is not null), false) as ends from raw`,
  );
  date.visits = {
    who: rule.who,
    goods: rule.goods,
    ...(row ?? { heads: 0, followers: 0, broken: 0, starts: false, ends: false }),
  };
  return true;
}

/** The number of the order that a row belongs to: the row that its visit begins with. */
export const visitNumber = (rule: VisitRule): string => `'visit ' || ${headOf(rule, '(rowid + 1)::varchar')}`;

/** Rows that take date and customer from the first row of their visit. */
export function visitFacts({ reading }: Plan, { columns }: CountedColumns): Fact[] {
  const { visit } = reading.layout.rows;
  const counted = columns[visit?.date ?? -1]?.visits;
  if (!visit || !counted) return [];
  return [{ id: 'visits_filled', values: { rows: counted.followers, visits: counted.heads } }];
}
