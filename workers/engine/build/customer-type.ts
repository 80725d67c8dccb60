import type { Fact } from '../../../src/domain/facts';
import type { ImportReport } from '../../../src/domain/report';
import type { AnalysisParams } from '../../../src/engine/call-contract';
import type { Database } from '../host/database';

/** Customers of each type, and the one that analyses count unless asked; null for everybody. */
export async function countTypes(
  signal: AbortSignal,
  database: Database,
): Promise<ImportReport['customer_types']> {
  const [row] = await database.rows<ImportReport['customer_types']>(
    signal,
    `select count(*) filter (customers.customer_type = 'final') as final,
       count(*) filter (customers.customer_type = 'dealer') as dealer,
       count(*) filter (customers.customer_type = 'staff') as staff,
       (select customer_type from project) as shown
     from customers`,
  );
  return row ?? { final: 0, dealer: 0, staff: 0, shown: null };
}

export const typeFacts = ({ final, dealer, staff, shown }: ImportReport['customer_types']): Fact[] =>
  shown === null ? [] : [{ id: 'types_hidden', values: { final, dealer, staff } }];

/**
 * The parameters with the type that the project counts, where none is asked for. What is asked as 'all' is null to the
 * analysis: everybody.
 */
export async function withType(
  signal: AbortSignal,
  database: Database,
  params: AnalysisParams,
): Promise<AnalysisParams> {
  if (params.customer_type === 'all') return { ...params, customer_type: null };
  if (params.customer_type !== undefined && params.customer_type !== null) return params;
  const [project] = await database.rows<{ customer_type: string | null }>(
    signal,
    'select customer_type from project',
  );
  return { ...params, customer_type: project?.customer_type ?? null };
}
