import type { RfmGroup } from '../../domain/standing';
import { count, plural } from '../numbers';

/** Words for single customers: their lists, their page, and what the owner writes of them. Figures come formatted. */
export const people = {
  rfmGroups: {
    Champions: 'Champions',
    Loyal: 'Loyal',
    Active: 'Active',
    New: 'New',
    Promising: 'Promising',
    'Needs attention': 'Needs attention',
    'Almost lost': 'Almost lost',
    'At risk': 'At risk',
    'Previously loyal': 'Previously loyal',
    Dormant: 'Dormant',
    Prospects: 'Prospects',
  } as Record<RfmGroup, string>,
  reason: 'Why they stopped',
  reasonOf: (customer: string) => `Why ${customer} stopped`,
  noReason: 'not known yet',
  reasons: {
    price: 'Too expensive',
    product: 'Product did not suit',
    service: 'Unhappy with us',
    elsewhere: 'Buys elsewhere',
    no_need: 'No need any more',
    moved: 'Moved or closed',
    unreachable: 'Cannot be reached',
    other: 'Other',
  },
  counted: (some: string, all: string) => `${some} of ${all} have a reason`,
  most: (each: string) => `: ${each}.`,
  each: (reason: string, customers: string) => `${reason} ${customers}`,
  leftOut: (some: string) => `${some} left out of the file: they do not accept marketing.`,
  heads: {
    ...{ who: 'Customer', customer: 'Number', email: 'E-mail', phone: 'Phone' },
    ...{ reason: 'Why they stopped', reason_text: 'In your words', note: 'Note' },
  },
  list: {
    find: 'Find by name, e-mail, phone or number',
    first: 'Show the first',
    of: (all: string) => `of ${all}`,
    columns: 'Columns',
    columnsHidden: (n: number) =>
      plural(n, { one: 'Columns (1 hidden)', other: `Columns (${count(n)} hidden)` }),
  },
  page: {
    finding: (who: string, orders: string, since: string, net: string | null) =>
      net === null
        ? `${who} has ordered ${orders} since ${since}`
        : `${who} has ordered ${orders} since ${since} and brought ${net}`,
    orders: (n: number) => plural(n, { one: 'once', other: `${count(n)} times` }),
    silent: (status: string, last: string, days: string) => `${status}: last order on ${last}, ${days} ago.`,
    today: (status: string, last: string) => `${status}: last order on ${last}, the last day of the file.`,
    noLine: 'This file does not say when silence means gone, so where they stand is left open.',
    silentOnly: (last: string, days: string) => `Last order on ${last}, ${days} ago.`,
    todayOnly: (last: string) => `Last order on ${last}, the last day of the file.`,
    usual: (gap: string, day: string) =>
      `Usually ${gap} pass between their orders, so the next was due by ${day}.`,
    late: (times: string) => `They have been away ${times} times as long as usual for them.`,
    few: (gap: string) => `${gap} passed between their orders so far: too few orders to call it a habit.`,
    none: 'This file has no customer of this name',
    noneWhy: (who: string) =>
      `Nothing in the open file was bought by “${who}”. Another file may be open, or the file is read in another way than before.`,
    uncounted: (who: string) => `${who} has no order that counts`,
    uncountedWhy: 'All that the file has of them is below, with the reason why it does not count.',
    ends: (day: string) => `file ends ${day}`,
    label: 'Timeline: a line for each order upwards and for each refund downwards, as long as the amount.',
    keys: {
      orders: 'orders, upwards',
      refunds: 'refunds, downwards',
      hollow: 'does not count',
      end: 'the last day of the file',
    },
    kinds: { order: 'order', refund: 'refund', not_counted: 'does not count' } as Record<string, string>,
    reasons: {
      cancelled: 'cancelled',
      zero_net: 'nothing was paid',
      fully_refunded: 'all of it was given back',
      refund_of_such: 'refund of an order that does not count',
    } as Record<string, string>,
    heads: {
      ...{ happened_on: 'Day', kind: 'What', order_id: 'Order', order_number: 'Their order no.' },
      ...{ amount: 'Amount', products: 'What was bought', reason: 'Why it does not count' },
    } as Record<string, string>,
    likes: 'What they buy',
    likesHeads: {
      ...{ product: 'Product', orders: 'Orders', pieces: 'Pieces', sales: 'Sales', last_on: 'Last time' },
    } as Record<string, string>,
    figures: {
      ...{
        name: 'Name',
        email: 'E-mail',
        phone: 'Phone',
        consent: 'Accepts marketing',
        customer: 'Key in the file',
        type: 'Kind of customer',
      },
      ...{ net: 'Net', refunds: 'Given back', aov: 'Net an order', first: 'First order', last: 'Last order' },
      ...{ status: 'Where they stand', gap: 'Usual days between orders', rfm: 'Regulars (RFM)' },
      tier: 'Tier',
    },
    types: { final: 'final', dealer: 'dealer', staff: 'staff' } as Record<string, string>,
    rfm: (r: string, f: string, m: string, group: string) =>
      `${group}: R\u00a0${r}, F\u00a0${f}, M\u00a0${m}`,
    forecast: {
      title: 'Will they order again?',
      alive: (share: string) => `The chance that they still buy here is ${share}.`,
      empty:
        'Whether they still buy is not said: BG/NBD, which did best on the test, takes everybody who has bought once for a customer for ever.',
      next: (from: string, to: string) =>
        `If they do, the next order comes between ${from} and ${to}: in eight cases of ten.`,
      nextFrom: (from: string) => `If they do, the next order comes after ${from}: in nine cases of ten.`,
      noNext: 'When the next order will come is not said.',
      cut: 'They were seen so early in the file that they may be older customers than it knows.',
      none: 'The model has no score for them.',
      ask: 'Work it out',
      hidden: (why: string) => `This is not said: ${why.replace(/\.$/, '')}.`,
      more: 'What customers will bring, and how that is tested',
    },
    months: {
      title: 'Month by month',
      label: 'Calendar: for each year and month, how many orders they placed.',
      month: (month: string, year: string) => `${month} ${year}`,
      orders: (n: number) => plural(n, { one: '1 order', other: `${count(n)} orders` }),
      busy: (months: number, all: number) =>
        `Ordered in ${plural(months, { one: '1 month', other: `${count(months)} months` })} of ${count(all)}.`,
      heads: { month: 'Month', orders: 'Orders', net: 'Net' },
    },
    notes: 'What you know of them',
    notesKept: 'Kept in this browser alone, with the list of those who stopped and its download.',
    words: 'In your words',
    note: 'Note',
    saved: 'Kept',
    back: 'All who are slipping away',
  },
  method: `# One customer

Orders and refunds up to the last complete day of the data. Net is sales less all that was given back to them; net an order is net ÷ orders. An order that does not count is shown with the reason and is in no figure.

Where they stand follows from the silences of the shop’s own customers, as in “Who is slipping away”. The usual days between orders are the middle one of their own gaps between days of purchase; with fewer than three gaps it is no habit yet. R, F and M are those of “Who are the regulars”: when they last bought, how often and for how much in the last 24 months, each from 1 to 5.

Whether they will order again is what the model of “What customers will bring” says of customers with the same history, where it did well enough on the shop’s own past; the chance and the days are those of many such customers, not a promise of one.`,
};
