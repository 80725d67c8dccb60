import type { RowsOf } from '../../../src/engine/contract';
import figuresSql from '../../../src/warehouse/customer/figures.sql?raw';
import forecastSql from '../../../src/warehouse/customer/forecast.sql?raw';
import productsSql from '../../../src/warehouse/customer/products.sql?raw';
import timelineSql from '../../../src/warehouse/customer/timeline.sql?raw';
import { bindKnown } from '../sql/bind';
import { quoteText } from '../sql/quote';
import { analysisOf, runnableText } from './run-analysis';

type Asked = Extract<RowsOf, { kind: 'customer' }>;

const TEXTS = { figures: figuresSql, timeline: timelineSql, products: productsSql, forecast: forecastSql };

const ROWS = {
  scores: { id: 'rfm', columns: 'recency_days, frequency, monetary, r, f, m, "group"' },
  tier: { id: 'tiers', columns: 'tier, since_on, changes_on, changes_to, history, silver_from, gold_from' },
};

/**
 * The text of one part of a customer's page. Scores and tier are the customer's row of these analyses, among customers of the same type
 * where types are kept apart; neither without amounts.
 */
export function customerText({ part, customer, customer_type = null, params = {} }: Asked): string {
  if (part !== 'scores' && part !== 'tier') return bindKnown(TEXTS[part], { customer });
  const { id, columns } = ROWS[part];
  const { sql } = runnableText(analysisOf(id), { ...params, customer_type });
  const inner = sql.trim().replace(/;$/, '');
  return `select ${columns} from (\n${inner}\n) where customer = ${quoteText(customer)} and (select has_amounts from project)`;
}
