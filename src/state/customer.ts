import { analyses } from '../analyses/registry';
import type { ResultTable, Row } from '../domain/table';
import { project } from './project.svelte';
import { rowsBehind } from './question.svelte';
import { settings } from './settings';

/** All that the page of one customer shows. */
export interface CustomerPage {
  /** Whom they are scored among; null for everybody. */
  customer_type: string | null;
  /** Null where no order of theirs counts. */
  figures: Row | null;
  /** R, F and M; null where they are not among those who are scored. */
  scores: Row | null;
  /** The tier and the days on which it changed; null where they are not among those who are counted. */
  tier: Row | null;
  /** Orders and refunds, the latest first. */
  timeline: ResultTable;
  /** The texts that found the figures and the timeline. */
  sql: string;
  products: ResultTable;
}

/** As many rows as a table shows at most. */
const MOST = 200_000;

/** What the open file says of the customer of this key. */
export async function customerPage(customer: string): Promise<CustomerPage> {
  const part = (name: 'figures' | 'timeline' | 'products') =>
    rowsBehind({ kind: 'customer', part: name, customer }, MOST);
  const found = await part('figures');
  const figures = found.rows[0] ?? null;
  // Kinds of customers that are counted apart are scored apart.
  const areApart = project.report?.customer_types.shown !== null;
  const customer_type = areApart && figures ? String(figures.customer_type) : null;
  const rowOf = async (of: 'scores' | 'tier', id: string) => {
    const analysis = analyses.get(id);
    const params = analysis ? settings.of(analysis) : {};
    const found = await rowsBehind({ kind: 'customer', part: of, customer, customer_type, params }, 1);
    return found.rows[0] ?? null;
  };
  const scores = await rowOf('scores', 'rfm');
  const tier = await rowOf('tier', 'tiers');
  const timeline = await part('timeline');
  return {
    customer_type,
    ...{ figures, scores, tier, timeline, products: await part('products') },
    sql: `${found.sql};\n\n${timeline.sql};\n`,
  };
}
