import type { Row } from '../domain/table';
import { score } from './models';
import { rowsBehind } from './question.svelte';

export interface Forecast {
  /** What the fit reports: the model, its test, or why it is hidden. */
  report: object;
  /** The score of the customer; null where there is none. */
  score: Row | null;
}

/** What the model of value to come says of one customer, among those of the same type where types are kept apart. */
export async function forecastOf(
  signal: AbortSignal,
  customer: string,
  customer_type: string | null,
): Promise<Forecast> {
  const report = await score(signal, { customer_type });
  const { rows } = await rowsBehind({ kind: 'customer', part: 'forecast', customer }, 1);
  return { report, score: rows[0] ?? null };
}
