import type { RowsOf } from '../../src/engine/contract';
import figuresSql from '../../src/warehouse/customer/figures.sql?raw';
import forecastSql from '../../src/warehouse/customer/forecast.sql?raw';
import productsSql from '../../src/warehouse/customer/products.sql?raw';
import timelineSql from '../../src/warehouse/customer/timeline.sql?raw';
import { bindKnown } from './bind';
import { quoteText } from './quote';
import { analysisOf, runnableText } from './run-analysis';

type Asked = Extract<RowsOf, { kind: 'customer' }>;

const TEXTS = { figures: figuresSql, timeline: timelineSql, products: productsSql, forecast: forecastSql };

/**
 * The text of one part of a customer's page. Scores are those of "Who are the regulars", among customers of the same type where
 * types are kept apart.
 */
export function customerText({ part, customer, customer_type = null, params = {} }: Asked): string {
  if (part !== 'scores') return bindKnown(TEXTS[part], { customer });
  const { sql } = runnableText(analysisOf('rfm'), { ...params, customer_type });
  const inner = sql.trim().replace(/;$/, '');
  return `select recency_days, frequency, monetary, r, f, m, "group" from (\n${inner}\n) where customer = ${quoteText(customer)}`;
}
