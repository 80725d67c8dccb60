import { count, plural } from '../../numbers';

type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

interface Found {
  /** "€12.4k", or "312 orders". */
  value: string;
  grain: Grain;
  /** "December 2024", "week of 23 Dec 2024", "31 Dec 2024". */
  period: string;
  /** "62%" from returning customers; null where nobody is known. */
  returning: string | null;
  /** Against the year before; null where that is unknown. */
  change: { by: string; is: 'more' | 'less' | 'same' } | null;
}

const when = ({ grain, period }: Found) => {
  if (grain === 'day') return `on ${period}`;
  return grain === 'week' ? `in the ${period}` : `in ${period}`;
};
const yearBefore = (grain: Grain) =>
  grain === 'day' || grain === 'week' ? '52 weeks before' : 'a year before';
const against = ({ change, grain }: Found, less: string) => {
  if (!change) return '';
  if (change.is === 'same') return `, the same as ${yearBefore(grain)}`;
  return `, ${change.by} ${change.is === 'more' ? 'more' : less} than ${yearBefore(grain)}`;
};
const shared = ({ returning, change }: Found, from: string) =>
  returning === null
    ? ''
    : `${change ? ', and' : ', of which'} ${returning}${change ? ` of ${from}` : ''} came from returning customers`;

export const messages = {
  title: 'Sales by period',
  tab: 'Sales',
  also: 'revenue, turnover, net sales, AOV, average order value, margin, gross margin, year over year, YoY, growth',
  tile: {
    sales: { month: 'Sales by month', quarter: 'Sales by quarter' },
    orders: { month: 'Orders by month', quarter: 'Orders by quarter' },
  },
  question:
    'What did the shop sell in each period, to new, returning and unknown customers, compared with a year before?',
  finding: (found: Found) =>
    `Net was ${found.value} ${when(found)}${against(found, 'less')}${shared(found, 'it')}`,
  findingOrders: (found: Found) =>
    `The shop had ${found.value} ${when(found)}${against(found, 'fewer')}${shared(found, 'them')}`,
  orders: (n: number) => plural(n, { one: '1 order', other: `${count(n)} orders` }),
  none: 'No period is over yet',
  counted: (orders: string, customers: string, fresh: string) =>
    `${orders}. Known customers: ${customers}, of whom ${fresh} ordered for the first time.`,
  countedNobody: (orders: string) => `${orders}. The file does not say who bought.`,
  shares: (returning: string, fresh: string, unknown: string) =>
    `${returning} from returning customers, ${fresh} from new customers, ${unknown} from unknown buyers.`,
  notCompared: (grain: Grain) =>
    `The file does not hold all of the same ${grain} ${yearBefore(grain)}, so there is no comparison.`,
  latest: (periods: string) => `The picture shows the last ${periods} periods; the table has all of them.`,
  leftCut: 'In the first periods of the file, customers who count as new may be older ones.',
  grain: 'For each',
  grains: { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  measure: 'Show',
  measures: {
    net: 'net',
    orders: 'orders',
    customers: 'customers',
    aov: 'net per order',
    margin: 'net less cost of goods',
  },
  refunds: 'Refunds',
  refundModes: {
    original_order: 'on the order’s date',
    refund_date: 'on their own date',
    none: 'not taken off',
  },
  label:
    'Columns over time: what the shop sold in each period and to whom, with the same period a year before where it is known.',
  units: { orders: 'orders', customers: 'customers' },
  parts: {
    net_returning: 'from returning customers',
    net_new: 'from new customers',
    net_unknown: 'from unknown buyers',
    orders_returning: 'from returning customers',
    orders_new: 'from new customers',
    orders_unknown: 'from unknown buyers',
    customers_returning: 'had ordered before',
    customers_new: 'new',
    aov: 'net of an order, on average',
    margin: 'net less the cost of the goods',
  },
  yearBefore: (grain: Grain) => yearBefore(grain),
  open: 'not over yet',
  tableCaption: 'Sales by period, the last one first',
  heads: {
    period: 'Period from',
    orders: 'Orders',
    orders_new: 'Orders of new',
    orders_returning: 'Orders of returning',
    orders_unknown: 'Orders of unknown buyers',
    net: 'Net',
    net_new: 'Net of new',
    net_returning: 'Net of returning',
    net_unknown: 'Net of unknown buyers',
    aov: 'Net per order',
    margin: 'Net less cost of goods',
    customers: 'Customers',
    customers_new: 'New customers',
    customers_returning: 'Returning customers',
    net_year_before: 'Net a year before',
    orders_year_before: 'Orders a year before',
    change: 'Change in a year',
    is_complete: 'Over',
    is_left_cut: 'New may be older',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    sales: typeof messages;
  }
}
