import { dates, money } from './formats';
import { nameOf } from './filler';
import type { RowContext, Spec } from './render';
import { lineTotal, type Order } from './shop';

/** A layout as its description in the data folder tells it, or why it can hold no sales. */
export type Described =
  { of: string; variant?: string; spec: Spec } | { of: string; cannot: RegExp; spec: Spec };

const only = (when: boolean, text: string) => (when ? text : '');
const uuid = (order: Order) => `ch_${(order.no * 48_271).toString(36)}x${order.no}`;
const stamp = (n: number) => `${n}`.padStart(18, '5846972');
/** A line of an order of which another line stands, cancelled alone. */
const isLost = (order: Order, at: number) =>
  order.no % 9 === 4 &&
  !order.back &&
  !order.isExcluded &&
  order.lines.length > 1 &&
  at === order.lines.length - 1;
const lostLine = (order: Order) => {
  const at = order.lines.length - 1;
  return isLost(order, at) ? lineTotal(order.lines[at]!) : 0;
};
const shopLike: Partial<Spec> = { grain: 'first', refunds: 'column', gross: true, tax: 10, shipping: true };
const woo: Partial<Spec> = {
  grain: 'order', tax: 10, shipping: true, refunds: 'whole', guestId: '0', guests: false, excluded: ['cancelled', 'failed', 'pending'],
}; // prettier-ignore
const wooCells = ({ order, whole, isWholeBack, m, status }: RowContext) => ({
  shipping_tax_total: m(0),
  status: isWholeBack ? 'refunded' : status,
  order_total: m(whole.total),
  order_discount: m(0),
  fee_total: m(0),
  fee_tax_total: m(0),
  refund_items: '',
  fee_items: '',
  coupon_items: only(whole.discount > 0, 'code:LESS'),
  coupons: only(whole.discount > 0, 'LESS'),
  billing_first_name: order.who ? nameOf(order.who.no).split(' ')[0]! : '',
});
const ledger = { sale: 'Order', refund: 'Refund' };
const square: Partial<Spec> = {
  date: dates.day, time: dates.clock, money: money.dollars, refunds: 'rows', tax: 8,
  type: { sale: 'Payment', refund: 'Refund' }, usual: 'Complete',
}; // prettier-ignore
const whole = { money: money.dotted, step: 1000 };
const other = (cells: Record<string, string>, every: number) => (row: number, headers: string[]) =>
  row % every === 3 ? headers.map((header) => cells[header] ?? '') : null;

export const described: Described[] = [
  {
    of: 'Shopify|Orders export',
    spec: {
      ...shopLike, grain: 'first', date: dates.spacedOffset, excluded: ['voided'], usual: 'paid', id: (o) => `#${1001 + o.no}`,
      own: ({ at, order, m, whole: w, isWholeBack, back, status }) => ({
        Subtotal: at === 0 ? m(w.sales) : '',
        Name: `#${1001 + order.no}`,
        Email: order.who ? `p${order.who.no}@example.com` : '',
        Phone: '', 'Billing Phone': '', 'Shipping Phone': '',
        'Created at': dates.spacedOffset(order.at),
        'Cancelled at': '',
        'Financial Status': at > 0 ? '' : isWholeBack ? 'refunded' : back > 0 ? 'partially_refunded' : status,
      }),
    }, // prettier-ignore
  },
  {
    of: 'Shopify|Payments',
    cannot: /payout/i,
    spec: {
      grain: 'order',
      date: dates.spacedOffset,
      type: { sale: 'charge', refund: 'refund' },
      refunds: 'rows',
    },
  },
  {
    of: 'Shopify (Matrixify app)|',
    spec: {
      grain: 'line', date: dates.iso, refunds: 'rows', type: { sale: 'Line Item', refund: 'Refund Line' },
      own: ({ line, m, amounts, whole: w, order }) => ({
        'Line: Price': m(line!.unit), 'Line: Discount': m(-Math.abs(amounts.discount)), 'Line: Total': m(amounts.sales), 'Line: SKU': `S${line!.article}`,
        'Price: Total': m(w.total + 490), 'Cancelled At': '', Currency: 'USD', 'Refund: ID': '',
        'Customer: ID': order.who?.hasAccount ? `${7000 + order.who.no}` : '', 'Customer: Phone': '',
      }),
      around: { between: other({ Name: '10002', 'Created At': '2024-02-02 10:00:00', 'Line: Type': 'Shipping Line', 'Line: Title': 'Parcel', 'Line: Total': '4.90', 'Customer: Email': 'p1@example.com', Currency: 'USD' }, 12) },
    }, // prettier-ignore
  },
  { of: 'WooCommerce|plugin WebToffee', spec: { ...woo, grain: 'order', date: dates.iso, own: wooCells } },
  ...(['repeated', 'first'] as const).map((grain) => ({
    of: 'WooCommerce|plugin Advanced', variant: grain === 'first' ? 'order fields on the first row' : 'order fields repeated',
    spec: {
      grain, date: dates.isoMinutes, refunds: 'column', gross: true, tax: 20, shipping: true, discounts: false, excluded: ['Cancelled', 'Failed', 'Pending payment'], usual: 'Completed',
      own: ({ line, order, amounts, m, status, at }: RowContext) => ({
        'Item #': `${line!.article}`, 'Item Cost': m(line!.unit), Quantity: `${line!.quantity}`, 'Order Line (w/o tax)': m(amounts.sales), 'Order Line Tax': m(amounts.tax),
        'Order Line Total': m(amounts.sales + amounts.tax), 'Order Line Total Refunded': m(0), 'Order Line Total (- Refund)': m(amounts.sales + amounts.tax), 'Quantity (- Refund)': `${line!.quantity}`,
        'Order Number': `${10_001 + order.no}`, 'Order Status': status, 'Order Date': dates.isoMinutes(order.at), 'Coupon Code': '', 'Coupons Used': '', 'Discount Amount': m(0), 'Discount Amount Tax': m(0),
        ...(grain === 'first' && at > 0 ? { 'Total items': '', 'Total products': '' } : {}),
        'Email (Billing)': order.who ? `p${order.who.no}@example.com` : '', 'Phone (Billing)': '', SKU: `S${line!.article}`, Name: `Article ${line!.article}`,
      }),
    } satisfies Spec,
  })), // prettier-ignore
  {
    of: 'WooCommerce|core Analytics',
    spec: {
      grain: 'order', date: dates.iso, refunds: 'rows', usual: 'completed',
      own: ({ m, amounts, order, status, kind }) => ({
        'N. Revenue': m(amounts.sales), 'N. Revenue (formatted)': money.dollars(amounts.sales), Customer: order.who ? nameOf(order.who.no) : '', 'Customer type': order.no % 3 ? 'returning' : 'new',
        'Product(s)': '1× Article, 2× Other', 'Coupon(s)': '', Status: kind === 'refund' ? 'refunded' : status, Attribution: 'Organic: Search', 'Items sold': `${amounts.pieces}`,
      }),
    }, // prettier-ignore
  },
  {
    of: 'WooCommerce|customer/order',
    spec: {
      ...woo,
      grain: 'order',
      date: dates.iso,
      own: (c) => ({
        ...wooCells(c),
        line_items: 'name:Article 1|quantity:2|total:10.00;name:Article 2|quantity:1|total:3.50',
      }),
    },
  },
  {
    of: 'Square|Transactions',
    spec: {
      ...square, grain: 'order', date: dates.day,
      own: ({ m, amounts, kind, order }) => ({
        Discounts: m(-amounts.discount), 'Net Sales': m(amounts.sales), 'Partial Refunds': m(0), 'Customer Reference ID': '', 'Time Zone': 'Eastern Time (US & Canada)', 'Gift Card Sales': m(0),
        'Refund Reason': only(kind === 'refund', 'Returned goods'), 'Service Charges': m(0), 'Customer Name': order.who ? nameOf(order.who.no) : '', 'Order Reference ID': '',
      }),
    }, // prettier-ignore
  },
  {
    of: 'Square|Items',
    spec: {
      ...square,
      grain: 'line',
      date: dates.day,
      own: ({ m, amounts }) => ({
        Discounts: m(-amounts.discount),
        'Customer Reference ID': '',
        'Time Zone': 'Eastern Time (US & Canada)',
        Category: 'Goods',
      }),
    },
  },
  {
    of: 'Stripe|Payments',
    spec: {
      grain: 'order', date: dates.iso, refunds: 'column', id: uuid, excluded: ['Failed', 'Canceled', 'Blocked', 'Uncaptured', 'requires_payment_method'], usual: 'Paid',
      own: ({ m, back, isWholeBack, status, amounts }) => ({ Currency: 'usd', Amount: m(amounts.sales), 'Amount Refunded': m(back), Tax: m(0), Status: isWholeBack ? 'Refunded' : status, 'Converted Amount': m(amounts.sales + 3), 'Converted Amount Refunded': m(back), 'Converted Currency': 'eur', 'Invoice ID': '' }),
    }, // prettier-ignore
  },
  {
    of: 'Stripe|Balance',
    spec: {
      grain: 'order', date: dates.iso, refunds: 'rows', id: uuid, type: { sale: 'charge', refund: 'refund' },
      own: ({ m, amounts, order, moment }) => ({ gross: m(amounts.sales), net: m(amounts.sales - 30), currency: 'usd', created: dates.iso(moment), customer_facing_amount: '', customer_facing_currency: '', source_id: `src_${order.no}` }),
      around: { between: other({ balance_transaction_id: 'txn_x', created_utc: '2024-03-01 10:00:00', created: '2024-03-01 10:00:00', gross: '-500.00', fee: '0.00', net: '-500.00', currency: 'usd', reporting_category: 'payout' }, 15) },
    }, // prettier-ignore
  },
  {
    of: 'Etsy|EtsySoldOrderItems',
    spec: {
      grain: 'line',
      date: dates.usShort,
      own: ({ m, order, whole: w }) => ({
        'Order Shipping': m(w.shipping),
        'Order Sales Tax': m(w.tax),
        'Date Paid': dates.usShort(order.at),
        'Date Shipped': '',
      }),
      guests: false,
      tax: 5,
      shipping: true,
    },
  },
  {
    of: 'Etsy|EtsySoldOrders',
    spec: {
      grain: 'order', date: dates.usShort, blindToWhole: true,
      refunds: 'column', gross: true, tax: 6, shipping: true, guests: false,
      own: ({ m, whole: w, back, isWholeBack, order }) => ({
        'Order Value': m(w.before), 'Adjusted Order Total': back > 0 && !isWholeBack ? m(w.total - back) : m(0), 'Adjusted Card Processing Fees': m(0), 'Adjusted Net Order Amount': m(0), 'Order Net': m(w.total - 60),
        Status: 'Completed', Buyer: order.who ? `fan_${order.who.no}` : '', 'Order Total': m(w.total), 'Shipping Discount': m(0),
      }),
    }, // prettier-ignore
  },
  {
    of: 'Etsy|Payments',
    cannot: /statement/i,
    spec: {
      grain: 'order',
      date: dates.words,
      money: money.dollars,
      type: { sale: 'Sale' },
      around: {
        between: (row, headers) =>
          row % 3 === 1
            ? headers.map(
                (header) =>
                  ({
                    Date: 'Mar 3, 2024',
                    Type: row % 2 ? 'Fee' : 'Deposit',
                    Title: 'Listing',
                    Currency: 'USD',
                    Amount: '--',
                    'Fees & Taxes': '-$0.20',
                    Net: '-$0.20',
                    'Tax Details': '--',
                  })[header] ?? '',
              )
            : null,
      },
      own: ({ order, m, amounts }) => ({
        Info: `Order #${order.no}`,
        Title: 'Payment for Order',
        Net: m(amounts.sales - 40),
      }),
    },
  },
  {
    of: 'Amazon|All Orders',
    spec: {
      grain: 'line',
      date: dates.isoZero,
      nobody: true,
      excluded: ['Cancelled', 'Pending'],
      usual: 'Shipped',
      tax: 7,
      shipping: true,
      own: ({ m, amounts }) => ({
        'item-price': m(amounts.before),
        'item-status': 'Shipped',
        'ship-promotion-discount': m(0),
        'gift-wrap-price': '',
        'sales-channel': 'Amazon.com',
        'promotion-ids': '',
      }),
    },
  },
  { of: 'Amazon|New', spec: { grain: 'line', date: dates.isoOffset, tax: 7, shipping: true, guests: false } },
  {
    of: 'Amazon|Date range',
    spec: {
      grain: 'line', date: dates.wordsZone, money: money.grouped, refunds: 'rows', nobody: true, type: ledger, tax: 6, shipping: true,
      own: ({ m, amounts }) => ({ 'product sales': m(amounts.before), 'promotional rebates': m(-amounts.discount), total: m(amounts.sales - 100), marketplace: 'amazon.com', other: m(0) }),
      around: {
        above: ['"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"', '"All amounts in USD, unless specified"', '"Definitions:"', '"Sales tax collected: Includes sales tax collected from buyers"', '"Selling fees: Includes variable closing fees and referral fees."', '"Other transaction fees: Includes shipping chargebacks"', '"Other: Includes non-order transaction amounts."'],
        between: other({ 'date/time': 'Mar 4, 2024 1:05:07 AM PST', type: 'Transfer', description: 'To your account', total: '-1,052.64', 'product sales': '0.00', other: '-1,052.64' }, 14),
      },
    }, // prettier-ignore
  },
  {
    of: 'eBay|Orders report',
    spec: {
      grain: 'sums_and_items', date: dates.ebay, money: money.dollars, tax: 5, shipping: true, discounts: false, guests: false,
      own: ({ kind, order, m, amounts, at, line }) => ({
        'Sold For': m(amounts.sales), 'Total Price': kind === 'sums' ? m(amounts.total) : '', 'Buyer Email': '', 'eBay Collected Tax': m(0), 'Seller Collected Tax': m(amounts.tax), 'eBay Collected Tax Included in Total': 'No',
        'Item Title': kind === 'sums' && order.lines.length > 1 ? '' : `Article ${line?.article ?? order.lines[0]!.article}`, 'Transaction ID': `${order.no}${at}`, 'Sale Date': dates.ebay(order.at),
      }),
      around: { above: [''], below: ['', '83 record(s) downloaded', 'Seller ID : shop_of_tests'] },
    }, // prettier-ignore
  },
  {
    of: 'eBay|Transaction report',
    spec: {
      grain: 'line', date: dates.words, refunds: 'rows', type: ledger, guests: false, tax: 4,
      own: ({ m, amounts, order }) => ({ 'Item subtotal': m(amounts.sales), 'Gross transaction amount': m(amounts.total), 'Legacy order ID': '--',
        Quantity: `${amounts.pieces}`, 'Reason for hold': '--', 'Transaction currency': 'USD', 'Net amount': m(amounts.sales - 50), 'Buyer username': `fan_${order.who!.no}`, 'Exchange rate': '--' }),
      around: { above: ['"Transaction report"', '"Seller: shop_of_tests"', ''], between: other({ 'Transaction creation date': 'Mar 3, 2024', Type: 'Payout', 'Order number': '--', 'Buyer username': '--', 'Item subtotal': '--', 'Gross transaction amount': '--', 'Net amount': '-400.00', 'Transaction currency': 'USD' }, 13) },
    }, // prettier-ignore
  },
  ...paypal(),
  {
    of: 'Magento 2',
    spec: {
      grain: 'order', date: dates.wordsSeconds, refunds: 'column', gross: true, tax: 19, taxUnsaid: true, shipping: true, discounts: false, guests: false, excluded: ['Canceled', 'Pending', 'Pending Payment', 'Suspected Fraud'], usual: 'Complete', id: (o) => `${o.no + 1}`.padStart(9, '0'),
      own: ({ m, whole: w, order }) => ({ 'Grand Total (Purchased)': `$${m(w.total)}`, 'Purchase Point': 'Main Website\n Main Store\n Default Store View', 'Customer Email': `p${order.who!.no}@example.com`, 'Customer Group': 'General' }),
    }, // prettier-ignore
  },
  {
    of: 'Squarespace|',
    spec: {
      ...shopLike,
      grain: 'first',
      date: (m) => `${dates.iso(m)} -0500`,
      usual: 'PAID',
      own: ({ order, at, m, whole: w }) => ({
        'Order ID': `${order.no + 1}`.padStart(5, '0'),
        Email:
          order.who && at === 0
            ? `p${order.who.no}@example.com`
            : order.who
              ? `p${order.who.no}@example.com`
              : '',
        'Created at': `${dates.iso(order.at)} -0500`,
        Subtotal: at === 0 ? m(w.before) : '',
        'Billing Phone': '',
        'Shipping Phone': '',
        'Cancelled at': '',
      }),
    },
  },
  ...(['order', 'line'] as const).map((grain) => ({
    of: grain === 'order' ? 'Loyverse|Receipts CSV' : 'Loyverse|Receipts by item',
    spec: {
      grain, date: grain === 'order' ? dates.usShortHalf : dates.frenchMinutes, refunds: 'receipts', tax: 7, excluded: ['Cancelled'], usual: 'Closed', type: { sale: 'Sale', refund: 'Refund' }, refundId: (o) => `2-${5000 + o.no}`, id: (o) => `1-${1000 + o.no}`,
      own: ({ order, m, amounts }) => ({ 'Net sales': m(amounts.sales), 'Customer contacts': order.who ? (order.who.no % 2 ? `09120${1000 + order.who.no}` : `p${order.who.no}@example.com`) : '', 'Cost of goods': m(amounts.sales >> 1), 'Gross profit': m(amounts.sales - (amounts.sales >> 1)), Store: 'Main', Category: 'Goods' }),
    } satisfies Spec,
  })), // prettier-ignore
  {
    of: 'Toast|OrderDetails',
    spec: {
      grain: 'order',
      date: dates.usShortHalf,
      nobody: true,
      tax: 9,
      excluded: ['true'],
      usual: 'false',
      own: ({ m, amounts, order }) => ({
        Amount: m(amounts.sales),
        Tip: m(100 + order.no),
        Total: m(amounts.total + 100 + order.no),
        Gratuity: m(0),
        Opened: dates.usShortHalf(order.at),
        '# of Guests': '2',
        'Duration (Opened to Paid)': '0:45:10',
      }),
    },
  },
  {
    of: 'Toast|CheckDetails',
    spec: {
      grain: 'order',
      date: dates.usShort,
      time: dates.clockHalf,
      tax: 9,
      own: ({ order, m, amounts }) => ({
        Tender: '',
        Total: m(amounts.total),
        'Customer Family': '',
        'Item Description': '1 Soup, 1 Tea',
        Customer: order.who ? nameOf(order.who.no) : '',
      }),
    },
  },
  {
    of: 'Toast|PaymentDetails',
    spec: {
      grain: 'order', date: dates.usShortHalf, refunds: 'column', usual: 'CAPTURED', excluded: ['VOIDED'],
      own: ({ order, m, amounts, back }) => ({ Amount: m(amounts.sales), Tip: m(200), Gratuity: m(0), Total: m(amounts.sales + 200), Refunded: back > 0 ? 'PARTIAL' : 'NONE', 'Refund Date': back > 0 ? dates.usShortHalf(order.back!.at) : '', 'Refund Amount': m(back), 'Refund Tip Amount': m(0), 'Void Date': '', 'Void User': '', Type: order.no % 3 ? 'Credit' : 'Cash', Email: order.who?.hasAccount ? `p${order.who.no}@example.com` : '', Phone: order.who && !order.who.hasAccount ? `0912${1000 + order.who.no}` : '', 'Order Date': dates.usShortHalf(order.at), 'House Acct #': '' }),
    }, // prettier-ignore
  },
  {
    of: 'Toast|ItemSelection',
    spec: {
      grain: 'line',
      date: dates.usShortHalf,
      nobody: true,
      tax: 9,
      lost: lostLine,
      own: ({ order, line, at }) => ({
        'Void?': isLost(order, at) && line ? 'true' : 'false',
        Deferred: 'false',
        'Sent Date': dates.usShortHalf(order.at),
      }),
    },
  },
  {
    of: 'Clover|',
    spec: {
      grain: 'order',
      date: dates.clover,
      nobody: true,
      refunds: 'column',
      gross: true,
      tax: 8,
      own: ({ m, whole: w }) => ({
        'Payments Total': m(w.total + 150),
        Tip: m(150),
        'Manual Refunds Total': m(0),
        'Service Charge': m(0),
        'Order Payment State': 'Paid',
        'Payment Note': '',
      }),
    },
  },
  {
    of: 'Lightspeed',
    spec: {
      grain: 'sums_and_items', date: dates.iso, refunds: 'rows', tax: 15, excluded: ['VOIDED'], usual: 'CLOSED', type: { sums: 'Sale', item: 'Sale Line', refund: 'Sale' }, discounts: false,
      own: ({ m, amounts, kind, order }) => ({ Total: kind === 'item' ? m(amounts.sales + amounts.tax) : m(amounts.total), Subtotal: m(amounts.sales), Details: kind === 'item' ? `Article ${order.lines[0]!.article}` : '', Paid: m(amounts.total), Loyalty: m(0), Note: '', 'Customer Code': order.who ? `C-${order.who.no}` : '' }),
    }, // prettier-ignore
  },
  {
    of: 'Shopee|Order.all.YYYY',
    spec: {
      ...whole, grain: 'line', date: dates.isoMinutes, refunds: 'lines', discounts: false, guests: false, shipping: true, excluded: ['Batal', 'Belum Bayar'], usual: 'Selesai', id: (o) => `2402${o.no}ABX${o.no * 7}`,
      own: ({ order, line, m }) => ({ 'Returned quantity': String(order.isExcluded ? 0 : (order.back?.pieces[order.lines.indexOf(line!)] ?? 0)), 'Total Diskon': '0', 'Harga Awal': m(line!.unit), 'No. Telepon': '******28', 'Tipe Pesanan': 'Biasa', 'Alasan Pembatalan': '', 'Status Pembatalan/ Pengembalian': '' }),
    }, // prettier-ignore
  },
  {
    of: 'Shopee|Order.all xlsx',
    spec: {
      ...whole, grain: 'line', date: dates.isoMinutes, refunds: 'whole', discounts: false, guests: false, shipping: true, excluded: ['Đã hủy'], usual: 'Hoàn thành', id: (o) => `2402${o.no}VNX${o.no * 7}`,
      own: ({ isWholeBack, m }) => ({ 'Tình trạng Trả hàng / Hoàn tiền': only(isWholeBack, 'Đã Chấp Thuận Yêu Cầu'), 'Mã giảm giá của Shop': m(0), 'Số điện thoại': '******31' }),
    }, // prettier-ignore
  },
  {
    of: 'Lazada',
    spec: {
      grain: 'unit', date: dates.dayWordsMinutes, money: (n) => money.plain(n), discounts: false, excluded: ['canceled', 'returned', 'failed'], usual: 'delivered', shipping: true, lost: lostLine, id: (o) => stamp(1000 + o.no),
      own: ({ order, line, status }) => ({ status: isLost(order, order.lines.indexOf(line!)) ? 'canceled' : status, refundAmount: '0.00', shippingPhone: order.who && !order.who.hasAccount ? `84912${1000 + order.who.no}` : '', billingPhone: '', customerEmail: order.who?.hasAccount ? `alias${order.who.no}@buyers.example` : '', wareHouse: 'main' }),
    }, // prettier-ignore
  },
  {
    of: 'TikTok',
    spec: {
      grain: 'line', date: (m) => `${dates.frenchSeconds(m)}\t`, refunds: 'column', gross: true, tax: 0, shipping: true, guests: false, discounts: false, excluded: ['Canceled', 'Unpaid', 'ยกเลิกแล้ว'], usual: 'Completed', id: (o) => `${stamp(2000 + o.no)}\t`,
      own: ({ order, m, whole: w, amounts, back }) => ({ 'Order Amount': m(w.total), 'SKU Subtotal After Discount': m(amounts.sales), 'SKU Seller Discount': m(0), 'SKU Platform Discount': m(0), 'Order Refund Amount': m(back), 'Shipping Fee After Discount': m(w.shipping), 'Payment platform discount': m(0), Taxes: m(0), 'Cancelled Time': '', 'Buyer Username': `${'abcdefg'[order.who!.no % 7]}***fan${order.who!.no}`, 'Phone #': '(+84)91*****34', 'Sku Quantity of return': '0', 'Cancelation/Return Type': '' }),
      around: { between: (at, headers) => (at === 0 ? headers.map((header) => `Platform ${header.toLowerCase()}.`) : null) },
    }, // prettier-ignore
  },
  {
    of: 'Tiki',
    spec: {
      money: money.whole,
      step: 1000,
      grain: 'line',
      date: dates.frenchMinutes,
      discounts: false,
      nobody: true,
      guests: false,
      usual: 'Hoàn thành',
      own: ({ order }) => ({
        'Số điện thoại': `*****${100 + order.who!.no}`,
        'Tên khách hàng': `N*** ${order.who!.no}`,
      }),
    },
  },
  ...(['repeated', 'order'] as const).map((grain) => ({
    of: 'KiotViet', variant: grain === 'order' ? 'list: a row an invoice' : 'detail: a row an article',
    spec: {
      money: money.whole, step: 1000, grain, date: dates.frenchSeconds, excluded: ['Đã hủy', 'Đang xử lý'], usual: 'Hoàn thành', id: (o) => `HD${100_000 + o.no}`,
      own: ({ order, m, whole: w, line, amounts }) => ({ 'Tổng sau giảm giá': m(w.sales), 'Khách hàng': order.who ? nameOf(order.who.no) : 'Khách lẻ', 'Mã KH': order.who ? `KH${order.who.no}` : '', 'Khách cần trả': m(w.sales), 'Khách đã trả': m(w.sales), 'Thành tiền': m(amounts.before), 'Giá bán': m((line ?? order.lines[0]!).unit), 'Điện thoại': '', Email: '', 'Mã trả hàng': '', 'Giảm giá': m(w.discount), 'Giảm giá %': '0', 'Thời gian tạo': dates.frenchSeconds(order.at), 'Chi nhánh': 'Chi nhánh trung tâm' }),
    } satisfies Spec,
  })), // prettier-ignore
  {
    of: 'Sapo',
    spec: {
      money: money.whole, step: 1000, grain: 'first', date: dates.frenchMinutes, shipping: true, usual: 'Hoàn thành', id: (o) => `SON${1000 + o.no}`,
      own: ({ at, order, m, whole: w, line }) => ({ STT: at === 0 ? String(order.no + 1) : '', 'Mã đơn hàng': at === 0 ? `SON${1000 + order.no}` : '', 'Ngày tạo': at === 0 ? dates.frenchMinutes(order.at) : '', 'Khách phải trả': at === 0 ? m(w.total) : '', 'Tổng tiền': at === 0 ? m(w.before) : '', 'Khách đã trả': at === 0 ? m(w.total) : '', 'Đơn giá': m(line!.unit), 'Số điện thoại': at === 0 && order.who ? `0912${1000 + order.who.no}` : '', Email: '' }),
    }, // prettier-ignore
  },
  ...(['first', 'repeated'] as const).map((grain) => ({
    of: 'Haravan', variant: grain === 'first' ? 'order fields on the first row' : 'order fields repeated',
    spec: {
      money: money.whole, step: 1000, grain, date: dates.frenchMinutes, shipping: true, usual: 'Đã thanh toán', id: (o) => `#${1000 + o.no}`,
      own: ({ order, at, line, m }: RowContext) => ({ 'Mã đơn hàng': `#${1000 + order.no}`, 'Ngày đặt hàng': dates.frenchMinutes(order.at), Email: order.who ? `p${order.who.no}@example.com` : '---', 'Điện thoại': order.who ? '' : '---', 'Họ tên': order.who ? nameOf(order.who.no) : '---', Giá: m(line!.unit), ...(grain === 'first' && at > 0 ? { 'Trạng thái thanh toán': '' } : {}) }),
    } satisfies Spec,
  })), // prettier-ignore
  {
    of: 'Taobao / Tmall|ExportOrderList',
    spec: {
      grain: 'order',
      date: dates.iso,
      shipping: true,
      guests: false,
      discounts: false,
      excluded: ['交易关闭', '等待买家付款'],
      usual: '交易成功',
      id: (o) => `="${stamp(3000 + o.no)}1"`,
      own: ({ m, whole: w, order }) => ({
        总金额: m(w.total),
        买家应付货款: m(w.sales),
        联系手机: `'138${10_000_000 + order.who!.no}`,
      }),
    },
  },
  {
    of: 'Taobao / Tmall|ExportOrderDetailList',
    cannot: /no dates/i,
    spec: { grain: 'line', date: dates.iso, usual: '交易成功' },
  },
  {
    of: 'Gumroad',
    spec: {
      grain: 'order', date: dates.day, refunds: 'column', gross: true, tax: 20, guests: false, discounts: false,
      own: ({ m, whole: w, back, isWholeBack, order }) => ({ 'Partial Refund ($)': isWholeBack ? m(0) : m(back), 'Refunded?': only(back > 0, '1') || '0', 'Fully Refunded?': isWholeBack ? '1' : '0', 'Disputed?': '0', 'Subtotal ($)': m(w.sales), 'Item Price ($)': m(w.sales), 'Net Total ($)': m(w.total - 80), 'Buyer Email': '', 'Purchase Email': `p${order.who!.no}@example.com`, 'Purchase Time (UTC timezone)': `${dates.iso(order.at)} UTC`, Quantity: '1', 'Giftee Email': '', Recurrence: '' }),
      around: { below: ['Totals,,,,,,,,99999.00,9999.00,0.00,109998.00'] },
    }, // prettier-ignore
  },
  {
    of: 'Chargebee',
    spec: {
      grain: 'order',
      date: dates.iso,
      tax: 21,
      guests: false,
      excluded: ['voided', 'not_paid'],
      usual: 'paid',
      id: (o) => `INV-${o.no}`,
      own: ({ m, whole: w, order }) => ({
        Amount: m(w.total),
        'Amount Paid': m(w.total),
        'Sub Total': m(w.before),
        'Amount Due': m(0),
        'Amount Adjusted': m(0),
        'Credits Applied': m(0),
        'Paid On': dates.iso(order.at),
        'Customer Id': `cb_${order.who!.no}`,
      }),
    },
  },
  {
    of: 'QuickBooks Online|Sales by Customer Detail',
    spec: {
      grain: 'line',
      date: dates.us,
      money: money.grouped,
      refunds: 'receipts',
      discounts: false,
      guests: false,
      type: { sale: 'Invoice', refund: 'Credit Memo' },
      refundId: (o) => `CM${o.no}`,
      own: ({ m, amounts }) => ({ Balance: m(amounts.sales * 3) }),
    },
  },
  {
    of: 'QuickBooks Online|Sales by Customer Summary',
    cannot: /summary|no dates/i,
    spec: { grain: 'order', date: dates.us },
  },
];

function paypal(): Described[] {
  const shared: Partial<Spec> = {
    grain: 'order', refunds: 'rows', gross: true, tax: 8, shipping: true, discounts: false, time: dates.clock, guests: false, id: (o) => `9TX${o.no}ABC`, refundId: (o) => `8RF${o.no}ABC`,
  }; // prettier-ignore
  return [
    {
      of: 'PayPal|Activity download CSV, English',
      spec: {
        ...shared, grain: 'order', date: dates.us, excluded: ['Pending', 'Denied', 'Canceled'], usual: 'Completed', type: { sale: 'Express Checkout Payment', refund: 'Payment Refund' },
        own: ({ kind, order, m, amounts }) => ({ 'Reference Txn ID': only(kind === 'refund', `9TX${order.no}ABC`), 'Balance Impact': kind === 'refund' ? 'Debit' : 'Credit', 'Sales Tax': kind === 'refund' ? '' : m(amounts.tax), 'Shipping and Handling Amount': kind === 'refund' ? '' : m(amounts.shipping), 'From Email Address': kind === 'refund' ? 'shop@example.com' : `p${order.who!.no}@example.com`, 'To Email Address': kind === 'refund' ? `p${order.who!.no}@example.com` : 'shop@example.com', TimeZone: 'PDT', 'Invoice Number': '', 'Receipt ID': '', 'Insurance Amount': '' }),
        around: { between: other({ Date: '03/15/2024', Time: '10:00:00', TimeZone: 'PDT', Name: '', Type: 'General Withdrawal', Status: 'Completed', Currency: 'USD', Gross: '-900.00', Fee: '0.00', Net: '-900.00', 'Transaction ID': 'W1', 'Balance Impact': 'Debit' }, 11) },
      }, // prettier-ignore
    },
    {
      of: 'PayPal|Activity download CSV, German',
      spec: {
        ...shared, grain: 'order', date: dates.german, money: money.comma, excluded: ['Ausstehend'], usual: 'Abgeschlossen', type: { sale: 'Express-Checkout-Zahlung', refund: 'Rückzahlung' },
        own: ({ kind, order, m, amounts }) => ({ Transaktionscode: kind === 'refund' ? `8RF${order.no}ABC` : `9TX${order.no}ABC`, 'Zugehöriger Transaktionscode': only(kind === 'refund', `9TX${order.no}ABC`), 'Auswirkung auf Guthaben': kind === 'refund' ? 'Soll' : 'Haben', Umsatzsteuer: kind === 'refund' ? '' : m(amounts.tax), 'Versand- und Bearbeitungsgebühr': kind === 'refund' ? '' : m(amounts.shipping), 'Absender E-Mail-Adresse': kind === 'refund' ? 'laden@example.de' : `p${order.who!.no}@example.com`, Zeitzone: 'CET', Währung: 'EUR', Rechnungsnummer: '', Empfangsnummer: '', Artikelbezeichnung: 'Ware', Anzahl: '1', Versicherungsbetrag: '' }),
        around: { between: other({ Datum: '15.03.2024', Uhrzeit: '10:00:00', Zeitzone: 'CET', Typ: 'Allgemeine Auszahlung', Status: 'Abgeschlossen', Währung: 'EUR', Brutto: '-900,00', Netto: '-900,00', Transaktionscode: 'W1' }, 11) },
      }, // prettier-ignore
    },
    {
      of: 'PayPal|Activity download CSV, French',
      spec: {
        ...shared, grain: 'order', date: dates.french, money: money.commaBlank, shipping: false, usual: 'Terminé', type: { sale: 'Paiement Express Checkout', refund: 'Remboursement de paiement' },
        own: ({ kind, order, m, amounts }) => ({ Type: kind === 'refund' ? 'Remboursement de paiement' : 'Paiement Express Checkout', 'Numéro de la transaction de référence': only(kind === 'refund', `9TX${order.no}ABC`), TVA: kind === 'refund' ? '' : m(amounts.tax), "De l'adresse email": kind === 'refund' ? 'boutique@example.fr' : `p${order.who!.no}@example.com`, 'Fuseau horaire': 'CET', Devise: 'EUR', 'Numéro de client': '', 'Numéro de facture': '', Quantité: '1', 'Code de transaction': 'T0006' }),
        around: { between: other({ Date: '15/03/2024', Heure: '10:00:00', Type: 'Virement standard', État: 'Terminé', Devise: 'EUR', 'Avant commission': '-900,00', Net: '-900,00', 'Numéro de transaction': 'W1' }, 11) },
      }, // prettier-ignore
    },
  ];
}
