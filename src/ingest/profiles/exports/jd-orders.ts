import type { Profile } from '../profile';

/**
 * A row an article, the order's money repeated. "订单金额" is before the seller's discounts and "结算金额" after them, without freight; coupons
 * of JD pay like money and are in neither.
 */
export default {
  id: 'jd-orders',
  name: '京东订单',
  seen: 'importer',
  fingerprint: ['订单号', '下单帐号', '京东价', '结算金额'],
  fields: {
    order_id: ['订单号'],
    date: ['下单时间', '付款确认时间'],
    customer: ['下单帐号'],
    phone: ['联系电话'],
    customer_name: ['客户姓名'],
    amount: ['结算金额'],
    total: ['应付金额'],
    shipping: ['运费金额'],
    quantity: ['订购数量'],
    unit_price: ['京东价'],
    product: ['商品名称'],
    sku: ['商品ID'],
    channel: ['订单来源', '订单渠道'],
    status: ['订单状态'],
  },
  amount_level: 'order_repeated',
  excluded: ['[(（]删除[)）].*', '等待付款.*'],
} satisfies Profile;
