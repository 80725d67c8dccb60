import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import type { Database } from '../host/database';

/** Throws `missing-data` where the file has not what the analysis needs: who bought, an order at all, or what was paid. Returns whether it says what was paid. */
export async function refuseWithoutNeeds(
  signal: AbortSignal,
  database: Database,
  needs: readonly string[],
  analysis: string,
): Promise<{ has_amounts: boolean }> {
  const [row] = await database.rows<{ orders: number; has_customers: boolean; has_amounts: boolean }>(
    signal,
    'select (select count(*) from orders where is_valid) as orders, has_customers, has_amounts from project',
  );
  if (needs.includes('customers') && !row?.has_customers)
    throw new EngineFault(
      fault('needs-customers', { analysis }, { code: 'missing-data', column: 'customer' }),
    );
  if (needs.includes('orders') && !row?.orders)
    throw new EngineFault(fault('needs-orders', { analysis }, { code: 'missing-data' }));
  if (needs.includes('amounts') && !row?.has_amounts)
    throw new EngineFault(fault('needs-amounts', { analysis }, { code: 'missing-data', column: 'amount' }));
  return { has_amounts: row?.has_amounts ?? false };
}

/** Throws `missing-data` where a split is asked for by something that first orders of this file do not have. */
export async function refuseUnknownAttributes(
  signal: AbortSignal,
  database: Database,
  wanted: readonly string[],
  columns: readonly string[],
): Promise<void> {
  if (wanted.length === 0) return;
  const known = await database.rows<{ attribute: string }>(
    signal,
    'select distinct attribute from first_order_attributes order by attribute',
  );
  refuseMissing('first-orders', wanted, known, columns);
}

function refuseMissing(
  of: 'first-orders' | 'orders',
  wanted: readonly string[],
  built: readonly { attribute: string }[],
  columns: readonly string[],
): void {
  const own = built.map(({ attribute }) => attribute).filter((name) => !columns.includes(name));
  const known = [...own, ...columns];
  const missing = wanted.find((name) => !known.includes(name));
  if (missing === undefined) return;
  throw new EngineFault(
    fault('no-such-attribute', { of, attribute: missing, known }, { code: 'missing-data', column: missing }),
  );
}

/** Throws `missing-data` where orders are asked for by something that orders of this file do not have. */
export async function refuseUnknownOrderAttributes(
  signal: AbortSignal,
  database: Database,
  wanted: readonly string[],
  columns: readonly string[],
): Promise<void> {
  if (wanted.length === 0) return;
  const known = await database.rows<{ attribute: string }>(
    signal,
    'select distinct attribute from order_values order by attribute',
  );
  refuseMissing('orders', wanted, known, columns);
}

/** Throws `missing-data` where no row of the file names a product. */
export async function refuseWithoutProducts(
  signal: AbortSignal,
  database: Database,
  analysis: string,
): Promise<void> {
  const [row] = await database.rows<{ products: number }>(
    signal,
    'select count(*) as products from products',
  );
  if (row?.products) return;
  throw new EngineFault(fault('needs-products', { analysis }, { code: 'missing-data', column: 'product' }));
}
