import type { Choices } from '../../../src/domain/choices';
import type { JoinedColumn } from '../../../src/ingest/tables/joined-columns';
import { joinedPosition } from '../../../src/ingest/tables/joined-columns';
import type { KeyKind } from '../../../src/ingest/tables/key-pairs';
import type { Links } from '../../../src/ingest/tables/propose-links';
import { refundFields, type RefundFields } from '../../../src/ingest/tables/refund-fields';
import type { Unit } from '../../../src/ingest/tables/table-shape';
import type { Database } from '../host/database';
import { countSample, countWhole } from '../evidence/evidence';
import { overlapRows } from './stack-tables';
import { readingOf, unitTable, type KeyReading } from './table-keys';

/** The table `raw_refunds`: what was given back, in a list of its own, and how it names the orders in `raw`. */
export interface RefundList {
  unit: Unit;
  headers: string[];
  rows: number;
  key: { position: number; reading: KeyReading; kind: KeyKind; raw_position: number } | null;
}

/** What the columns of the list mean under these choices; the order of day and month is that of the orders. */
export const fieldsOf = ({ unit, key }: RefundList, choices: Choices): RefundFields =>
  refundFields(unit, key?.position ?? null, choices);

/** Take the unit of refunds out as `raw_refunds`, its columns counted whole. */
export async function openRefunds(
  signal: AbortSignal,
  database: Database,
  units: readonly Unit[],
  links: Links,
  columns: readonly JoinedColumn[],
): Promise<RefundList | null> {
  if (!links.refunds) return null;
  const { unit: at, by } = links.refunds;
  const unit = units[at]!;
  // Evidence is counted on `raw`, which the list is for a moment.
  await database.run(signal, `alter table ${unitTable(at)} rename to raw`);
  const headers = unit.columns.map(({ header }) => header);
  const counted = await countSample(signal, database, headers, unit.rows);
  const reads = headers.flatMap((_, position) => {
    const { dates, numbers } = counted.columns[position]!;
    const field = dates ? ('date' as const) : numbers ? ('refund' as const) : null;
    return field ? [{ field, position }] : [];
  });
  await countWhole(signal, database, counted, reads);
  await database.run(signal, 'alter table raw rename to raw_refunds');
  if (unit.tables.length > 1)
    await database.run(
      signal,
      `insert into refund_overlap_rows ${overlapRows('raw_refunds', unit.columns.length - 1, null)}`,
    );
  return {
    unit: {
      ...unit,
      columns: unit.columns.map((column, i) => ({ ...column, evidence: counted.columns[i]! })),
    },
    headers,
    rows: unit.rows,
    key: by && {
      position: by.column,
      reading: readingOf(units, by),
      kind: by.kind,
      raw_position: joinedPosition(columns, links, by.to, by.to_column),
    },
  };
}
