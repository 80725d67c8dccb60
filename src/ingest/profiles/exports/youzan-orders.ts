import type { Profile } from '../profile';

/** A row an order. What was paid includes freight. */
export default {
  id: 'youzan-orders',
  name: '有赞订单',
  seen: 'importer',
  fingerprint: ['订单号', '订单实付金额', '全部商品名称', '买家付款时间'],
  fields: {
    order_id: ['订单号'],
    date: ['订单创建时间', '买家付款时间'],
    phone: ['买家手机号', '收货人手机号/提货人手机号'],
    customer_name: ['买家姓名', '收货人/提货人', '买家昵称'],
    amount: ['订单实付金额'],
    shipping: ['运费'],
    refund: ['订单已退款金额'],
    quantity: ['商品总数量', '商品种类数'],
    product: ['全部商品名称'],
    channel: ['归属店铺', '订单来源'],
    discount_code: ['优惠券码名称'],
    status: ['订单状态'],
  },
  amount_level: 'line',
  less: [['运费']],
} satisfies Profile;
