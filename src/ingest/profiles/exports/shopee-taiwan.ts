import type { Profile } from '../profile';

/**
 * A row a variation; the order's money is repeated. "商品總價" is before vouchers: the shop's own (賣場優惠券) is a discount; Shopee's (優惠券),
 * coins (蝦幣折抵) and the banks' pay like money.
 */
export default {
  id: 'shopee-taiwan',
  name: '蝦皮訂單',
  seen: 'importer',
  fingerprint: ['訂單編號', '買家帳號', '商品總價', '買家總支付金額'],
  fields: {
    order_id: ['訂單編號'],
    date: ['訂單成立日期', '買家付款時間'],
    customer: ['買家帳號'],
    customer_name: ['收件者姓名'],
    amount: ['商品總價'],
    discount: ['賣場優惠券', '賣家負擔優惠券'],
    quantity: ['數量'],
    unit_price: ['商品活動價格'],
    shipping: ['買家支付運費'],
    product: ['商品名稱'],
    sku: ['商品選項貨號', '主商品貨號'],
    channel: ['寄送方式'],
    status: ['訂單狀態'],
  },
  amount_level: 'order_repeated',
  less: [['賣場優惠券', '賣家負擔優惠券']],
  refunds: { returned_quantity: ['退貨數量'] },
} satisfies Profile;
