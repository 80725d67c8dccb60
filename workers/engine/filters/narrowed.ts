import type { Values } from '../sql/bind';
import { customersQuery, whoOf } from './customers-who';
import { quoteText } from '../sql/quote';
import { orderConditions, refundConditions, thatOf, type OrdersThat } from './orders-that';

/** A step: a name and the text of its query. */
type Step = readonly [name: string, query: string];

const SHOWN_ALONE = /\bcustomers_shown\b/;
const IS_KEPT = 'customer_no in (select customer_no from customers_who)';
const SEQUENCE = 'window sequence as (partition by customer_no order by order_number)';

/**
 * The text with steps before its own, which hold the tables of some customers and some orders alone under the tables' own names:
 * every question means the same by it, and "Show SQL" shows it. `params` are those that were checked; `rfm` is the text of that analysis,
 * where customers of its groups are asked for. Who somebody is hangs on all of their orders, up to the day on which everything is asked.
 * A question that scores customers against each other reads `customers_shown`: it scores all of them, and shows those who are asked for.
 */
export function narrowed(sql: string, params: Values, rfm: string | null): string {
  const people = customersQuery(whoOf(params.customers_who), params, rfm);
  const that = thatOf(params.orders_that);
  const scores = SHOWN_ALONE.test(sql);
  const steps: Step[] = [
    ...(that ? projectStep(that) : []),
    ...(people && !scores ? [['customers_who', people] as const] : []),
    ...(that ? orderSteps(that, people !== null && !scores) : people && !scores ? customerSteps : []),
    ...(scores ? [['customers_shown', people ?? 'select customer_no from main.customers'] as const] : []),
  ];
  if (steps.length === 0) return sql;
  const text = steps.map(([name, query]) => `${name} as (\n  ${query}\n)`).join(',\n');
  return sql.replace(/^with params as \(/m, () => `with ${text},\nparams as (`);
}

/** Of some customers all orders: orders of nobody are left out, and no order changes its number. */
const customerSteps: readonly Step[] = [
  ['customers', `select * from main.customers where ${IS_KEPT}`],
  ['orders', `select * from main.orders where ${IS_KEPT}`],
  ['order_products', `select * from main.order_products where ${IS_KEPT}`],
  ['refunds', `select * from main.refunds where ${IS_KEPT}`],
];

/** The day on which everything is asked, and that before which nothing is counted. */
function projectStep({ from, to, first_order }: OrdersThat): Step[] {
  const renewed = [
    ...(to ? [`least(as_of, ${quoteText(to)}::date) as as_of`] : []),
    ...(from && first_order === 'ever' ? [`${quoteText(from)}::date as orders_from`] : []),
  ];
  return renewed.length > 0
    ? [['project', `select * replace (${renewed.join(', ')}) from main.project`]]
    : [];
}

/**
 * Orders that are kept. A customer's first day stays that of the first order of all, which alone has number 1, and later orders that
 * are kept count on from 2; "inside", the first one kept is the first, and customers without any are none. A refund goes
 * with its order, one of no known order by its own customer, product and day. A last day is that on which the question is asked: what comes after it has not begun.
 */
function orderSteps(that: OrdersThat, hasWho: boolean): Step[] {
  const isInside = that.first_order === 'inside';
  const ofNoOrder = ['order_no is null', ...refundConditions(that), ...(hasWho ? [IS_KEPT] : [])];
  const isKept = `order_no in (select first_row_no from kept_orders) or (\n    ${ofNoOrder.join('\n    and ')}\n  )`;
  const conditions = [...orderConditions(that), ...(hasWho ? [IS_KEPT] : [])];
  const number = isInside
    ? 'row_number() over sequence'
    : 'row_number() over sequence + if(first_value(order_number) over sequence = 1, 0, 1)';
  const renewed = [
    `(${number})::integer as order_number`,
    'lead(ordered_on) over sequence as next_ordered_on',
    ...(isInside ? ['first_value(ordered_on) over sequence as first_ordered_on'] : []),
  ];
  const ofCustomer = [
    'coalesce(kept.last_ordered_on, customers.first_ordered_on) as last_ordered_on',
    'coalesce(kept.orders, 0)::integer as orders',
    'coalesce(kept.sales, 0) as sales',
    'coalesce(returned.refunds, 0) as refunds',
    'coalesce(kept.sales, 0) - coalesce(returned.refunds, 0) as net',
    ...(isInside ? ['kept.first_ordered_on as first_ordered_on', 'kept.first_row_no as first_row_no'] : []),
  ];
  const bought = [
    'select customer_no, max(ordered_on) as last_ordered_on, count(*) as orders, sum(sales) as sales',
    ...(isInside
      ? ['min(ordered_on) as first_ordered_on', 'arg_min(first_row_no, order_number) as first_row_no']
      : []),
  ].join(', ');
  return [
    ['kept_orders', `select * from main.orders\n  where ${conditions.join('\n    and ')}`],
    [
      'orders',
      `select * replace (${renewed.join(', ')})
  from kept_orders where customer_no is not null ${SEQUENCE}
  union all
  select * from kept_orders where customer_no is null`,
    ],
    [
      'refunds',
      isInside
        ? `select refunds.* replace (firsts.first_ordered_on as first_ordered_on, firsts.customer_no as customer_no,
    if(refunds.outside is null and firsts.customer_no is null, 'no_orders', refunds.outside) as outside,
    refunds.is_of_customer and firsts.customer_no is not null as is_of_customer)
  from (select * from main.refunds where ${isKept}) as refunds left join (
    select customer_id, customer_no, first_ordered_on from orders where order_number = 1
  ) as firsts using (customer_id)`
        : `select * from main.refunds where ${isKept}`,
    ],
    [
      'customers',
      `select customers.* replace (${ofCustomer.join(', ')})
  from main.customers ${isInside ? '' : 'left '}join (
    ${bought} from orders where customer_no is not null group by customer_no
  ) as kept using (customer_no)
  left join (
    select customer_no, sum(amount - excess) as refunds from refunds where is_of_customer group by customer_no
  ) as returned using (customer_no)${hasWho && !isInside ? `\n  where ${IS_KEPT}` : ''}`,
    ],
    [
      'order_products',
      `select order_products.* replace (orders.order_number as order_number)
  from main.order_products join orders on orders.first_row_no = order_products.order_no`,
    ],
    ...(isInside ? [firstOrders] : []),
  ];
}

/** Where first orders are others, so is what they were like. */
const firstOrders: Step = [
  'first_order_attributes',
  `select orders.customer_no, orders.customer_id, attribute, value,
    (worth is not null or count(*) over firsts = 1) and row_number() over (firsts order by worth desc nulls last, folded_name(value), value) = 1 as is_largest
  from orders join main.order_attributes on order_attributes.order_no = orders.first_row_no join main.order_values using (value_no)
  where order_number = 1
  window firsts as (partition by orders.customer_no, attribute)`,
];
