import type { Field } from '../../domain/choices';
import type { Counts, Reasons } from '../../domain/said/reasons';
import type { Wording } from '../../domain/said/said';
import { format } from '../format';
import { plural } from '../numbers';
import { written } from '../written';

/** What each field is called in a reason. */
const FIELDS: Record<Field, string> = {
  date: 'an order date',
  time: 'a time of day',
  order_id: 'an order number',
  customer: 'a customer number',
  email: 'an e-mail address',
  phone: 'a phone number',
  customer_name: "a customer's name",
  amount: 'an amount',
  quantity: 'a quantity',
  unit_price: 'a unit price',
  discount: 'a discount',
  tax: 'a tax',
  shipping: 'a shipping charge',
  total: 'a total',
  refund: 'a refund',
  currency: 'a currency',
  product: 'a product',
  sku: 'an article number',
  category: 'a category',
  country: 'a country',
  channel: 'a sales channel',
  discount_code: 'a discount code',
  status: 'an order status',
  cancelled_at: 'a cancellation date',
  row_type: 'the kind of row',
  refund_of: 'the number of what was refunded',
  cost: 'a cost',
  customer_type: 'the kind of customer',
  staff: 'who served',
  branch: 'a branch',
  referred_by: 'who recommended the shop',
  delivered_at: 'a delivery date',
  consent: 'consent to marketing',
  birthday: 'a birthday',
};

const differentValues = (different: number, is_estimate: boolean): string =>
  `${is_estimate ? 'about ' : ''}${format.count(different)} different ${plural(different, { one: 'value', other: 'values' })}`;

const counts: Wording<Counts> = {
  dates: () => 'its values are dates',
  'dates-two-ways': () => 'its values are dates that can be read two ways',
  'nearly-unique': () => 'nearly every row has its own value',
  repeats: ({ different, is_estimate, rows }) =>
    `${differentValues(different, is_estimate)} ${plural(different, { one: 'repeats', other: 'repeat' })} over ${format.count(rows)} rows`,
  shares: () => 'its values are shares of the price',
  numbers: () => 'its values are numbers',
  different: ({ different, is_estimate }) => differentValues(different, is_estimate),
};

/** Why a column is read as it is. */
export const reasons: Wording<Reasons> = {
  chosen: () => 'You chose this column.',
  profile: ({ profile }) => `The file has the columns of ${profile}.`,
  named: ({ field, how, counts: counted }) =>
    `${how === 'whole' ? 'Named like' : 'Its name contains that of'} ${FIELDS[field]}, and ${written(counts, counted)}.`,
  'only-dates': () => 'The only column whose values are dates.',
  'only-addresses': () => 'The only column whose values are e-mail addresses.',
  'only-decimals': () => 'The only column of numbers with decimals.',
  'word-of-amount': () => 'A word of its header names an amount, and its values are numbers.',
  'only-total': () => 'Named like a total, and the file has no other amount.',
  'price-of-row': () => 'Named like a price that stands once a row, and no quantity multiplies it.',
  'names-repeat': () => 'The file has nothing else that says who bought, and its names repeat.',
  'word-of-buyer': () => 'A word of its header names a buyer, and its values repeat.',
  'only-column-left': () => 'The only column left, and its values repeat as names or numbers of people do.',
  'first-of-nameless': () => 'The first column of a file without headers, and its whole numbers repeat.',
  'headings-above': () => 'Its texts stand on rows of their own, above the rows that belong to them.',
};
