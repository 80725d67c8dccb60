import { count, plural } from '../../numbers';

export const messages = {
  title: 'All customers',
  tab: 'Everybody',
  question: 'Who are our customers?',
  also: 'list, directory, address book, contacts, CRM, export, segments, top customers, best customers',
  customers: (n: number) => plural(n, { one: '1 customer', other: `${count(n)} customers` }),
  orders: (n: number) => plural(n, { one: '1 order', other: `${count(n)} orders` }),
  finding: (customers: string, { buying, slipping }: { buying: string | null; slipping: string | null }) => {
    if (buying && slipping) return `${customers}: ${buying} are buying, ${slipping} are slipping away`;
    if (buying) return `${customers}: ${buying} are buying`;
    return slipping ? `${customers}: ${slipping} are slipping away` : customers;
  },
  none: 'No customer ordered in this time',
  evidence: (orders: string, net: string | null) =>
    net === null ? `Together they placed ${orders}.` : `Together they placed ${orders} and brought ${net}.`,
  show: 'Show',
  parts: { all: 'All', late: 'Late' },
  part: (name: string, customers: string) => `${name}: ${customers}`,
  heads: {
    status: 'Where they stand',
    last_on: 'Last order',
    days_silent: 'Not seen for',
    median_gap_days: 'Usual gap',
    days_late: 'Late by',
    orders: 'Orders',
    net: 'Net',
    aov: 'Net an order',
    first_on: 'First order',
    last_product: 'Last product',
    last_channel: 'Last channel',
    last_country: 'Country',
    accepts_marketing: 'Accepts marketing',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    customers: typeof messages;
  }
}
