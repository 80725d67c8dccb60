import * as churnSegments from '../../src/analyses/churn-segments/shape';
import * as firstOrder from '../../src/analyses/first-order/shape';
import * as nextProduct from '../../src/analyses/next-product/shape';
import * as orderGapsBy from '../../src/analyses/order-gaps-by/shape';
import * as productPairs from '../../src/analyses/product-pairs/shape';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { openShop, type OpenShop } from './warehouse';

/** A question in which rows compete, and how a shop is drawn in which no row differs, or one does. */
export interface Contest {
  id: string;
  params: AnalysisParams;
  /** Statements that draw outcomes from a seed; `planted` is how far one row lies above the others, 0 for nothing. */
  draw: (seed: number, planted: number) => string[];
  headline: (rows: readonly Row[]) => Row | null;
  isPlanted: (row: Row) => boolean;
}

const CUSTOMERS = 4000;
const FIRSTS = 20;
const NEXTS = 5;

/** Customers of two orders each: 20 products to begin with, 200 customers each, and 5 to go on with. */
export async function shopOfTwoOrders(): Promise<OpenShop> {
  const lines = ['order_id,customer_id,order_date,product,amount'];
  const begun = (i: number) => new Date(Date.UTC(2023, 0, 1 + (i % 60))).toISOString().slice(0, 10);
  for (let i = 0; i < CUSTOMERS; i++)
    lines.push(
      `A${i},C${i},${begun(i)},P${i % FIRSTS},10`,
      `B${i},C${i},2023-06-01,Q${Math.floor(i / FIRSTS) % NEXTS},10`,
    );
  const shop = await openShop('native', `${lines.join('\n')}\n`, { history: 'complete' });
  for (const { id, params } of CONTESTS) await shop.analyse(id, params);
  return shop;
}

/** Evenly between 0 and 1, the same for a seed and a thing. */
const unit = (thing: string, seed: number) => `((hash(${thing}, ${seed}) % 1000000 + 0.5) / 1000000)`;
const BEGAN_WITH_P0 =
  "customer_no in (select customer_no from first_order_attributes where attribute = 'product' and value = 'P0')";
const isP0 = ({ value }: Row) => value === 'P0';
const both = { history: 'complete', as_of: '2025-06-01' };
const wentOn = "update orders set next_ordered_on = date '2023-06-01' where order_number = 1";
const Q = (n: string) => `(select product_no from products where product = 'Q' || ${n})`;

export const CONTESTS: readonly Contest[] = [
  {
    id: 'first-order',
    params: { ...both, by: 'product' },
    draw: (seed, planted) => [
      `update orders set next_ordered_on = if(${unit('customer_no', seed)} < 0.3 + if(${BEGAN_WITH_P0}, ${planted}, 0), ordered_on + 30, null) where order_number = 1`,
    ],
    headline: firstOrder.headline,
    isPlanted: isP0,
  },
  {
    id: 'order-gaps-by',
    params: { ...both, by: 'product', as_of: '2023-12-31' },
    // The planted product returns in 125 days instead of 200: 51% by 90 days where others have 36%.
    draw: (seed, planted) => [
      `update orders set next_ordered_on = ordered_on + (1 - ln(${unit('customer_no', seed)}) * if(${BEGAN_WITH_P0}, 200 - ${planted} * 500, 200))::integer where order_number = 1`,
    ],
    headline: orderGapsBy.headline,
    isPlanted: isP0,
  },
  {
    id: 'churn-segments',
    params: { ...both, segment_by: 'product', rule: 'days', days: 90 },
    draw: (seed, planted) => [
      wentOn,
      `update orders set ordered_on = if(${unit('customer_no', seed)} < 0.3 + if(${BEGAN_WITH_P0}, ${planted}, 0), date '2024-06-01', date '2025-05-01') where order_number = 2`,
    ],
    headline: churnSegments.headline,
    isPlanted: isP0,
  },
  {
    id: 'next-product',
    params: { ...both, least: 30 },
    draw: (seed, planted) => [
      wentOn,
      `update order_products set product_no = case when ${BEGAN_WITH_P0} and ${unit('-customer_no', seed)} < ${planted} / 0.8 then ${Q("'0'")}
        else (select list(product_no order by product) from products where product like 'Q%')[(1 + floor(${unit('customer_no', seed)} * ${NEXTS}))::integer] end
        where order_number = 2`,
    ],
    headline: (rows) => rows.find(nextProduct.isSure) ?? null,
    isPlanted: ({ product, next_product: next }) => product === 'P0' && next === 'Q0',
  },
  {
    id: 'product-pairs',
    params: { ...both, least: 10 },
    // 1,000 orders of 7 products, each in a fifth of them: 21 pairs. Every order holds one thing more, bought by eight people and so in no pair:
    // an order without a product is none, and without the empty ones the planted 15 points would be 13.
    draw: (seed, planted) => [
      `create or replace table order_products as
        with first_orders as (select first_row_no as order_no, customer_no, ordered_on from orders where order_number = 1 and customer_no <= 1000),
        bought as (
          select order_no, product_no from first_orders, products
          where product_no <= 7 and (${unit('order_no * 100 + product_no', seed)} < 0.2
            or (product_no = 1 and ${unit('order_no * 100 + 2', seed)} < 0.2 and ${unit('-order_no', seed)} < ${planted} / 0.8))
          union all select order_no, 1000 + customer_no % 125 from first_orders
        )
        select order_no, customer_no, ordered_on, 1 as order_number, product_no, 10.0 as sales, 0.0 as refunded, 10.0 as worth
        from bought join first_orders using (order_no)`,
    ],
    headline: (rows) => rows.find(productPairs.isTogether) ?? null,
    isPlanted: (row) => [row.product, row.other_product].sort().join() === 'P0,P1',
  },
];

/** Draws so many shops without a difference, or with one, asks each the whole question, and counts those with a finding. */
export async function namedIn(shop: OpenShop, contest: Contest, shops: number, planted = 0) {
  let [any, right] = [0, 0];
  for (let seed = 1; seed <= shops; seed++) {
    for (const statement of contest.draw(seed, planted)) await shop.run(statement);
    const found = contest.headline((await shop.analyse(contest.id, contest.params)).rows);
    if (found) any++;
    if (found && contest.isPlanted(found)) right++;
  }
  return { any: any / shops, right: right / shops };
}
