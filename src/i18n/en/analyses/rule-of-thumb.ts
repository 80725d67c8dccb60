export const messages = {
  title: 'Value by rule of thumb',
  tab: 'Rule of thumb',
  question: 'What is a customer worth, as the articles reckon it?',
  also: 'LTV formula, CLV formula, lifetime value, AOV, average order value, purchase frequency, lifespan',
  finding: (sales: string, year: string) =>
    `By rule of thumb a customer is worth ${sales}, and brings ${year} a year`,
  none: 'No known customer has ordered in this time, so there is nothing to reckon with',
  alike:
    'These sums take all customers for alike. What each will bring, tried on your past, stands under “What customers will bring”.',
  counted: (orders: string, customers: string, settled: string) =>
    `Filled in from your file: ${orders} orders of ${customers} customers in the last 365 days, and ${settled} customers who began at least a year ago.`,
  young: 'Nobody began a year ago yet, so how long customers stay is a guess: change it.',
  changed: 'Changed by you.',
  change: 'Change the figures',
  reset: 'Back to the file’s figures',
  sums: {
    sales: 'Average sale × sales a month × months kept',
    visits: 'Spend a visit × visits a year × years × margin',
    frequency: 'Orders per customer a year × what an order brings',
  },
  short: { sales: 'by sales and months', visits: 'by visits and years', frequency: 'in one year' },
  fields: {
    sale: 'Average sale',
    perMonth: 'Sales a month',
    months: 'Months kept',
    spend: 'Spend a visit',
    perYear: 'Visits a year',
    years: 'Years',
    margin: 'Margin',
    frequency: 'Orders a year',
    order: 'An order brings',
  },
  percent: '%',
  label: 'Bars: what a customer is worth by each of the three sums.',
  heads: {
    orders: 'Orders, 365 days',
    customers: 'Customers, 365 days',
    average_order: 'An order brings',
    orders_per_customer: 'Orders per customer',
    orders_per_year: 'Orders a year',
    settled_customers: 'Customers who began a year ago',
    months_kept: 'Months kept',
    orders_per_month: 'Orders a month',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'rule-of-thumb': typeof messages;
  }
}
