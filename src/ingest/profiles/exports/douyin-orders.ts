import type { Profile } from '../profile';

/**
 * A row a sub-order; names and phones are encrypted, so that nobody is known. What the buyer owes has all discounts taken off and freight
 * inside: those that Douyin or a streamer pays (平台、达人) are put back, the shop's own (商家) is a discount.
 */
export default {
  id: 'douyin-orders',
  name: '抖店订单',
  seen: 'importer',
  fingerprint: ['主订单编号', '子订单编号', '选购商品', '订单应付金额'],
  fields: {
    order_id: ['主订单编号'],
    date: ['订单提交时间', '支付完成时间'],
    amount: ['订单应付金额'],
    shipping: ['运费'],
    quantity: ['商品数量'],
    product: ['选购商品'],
    sku: ['商家编码', '商品ID'],
    channel: ['流量来源', '流量渠道'],
    status: ['订单状态'],
  },
  amount_level: 'line',
  less: [['运费']],
  plus: [
    ['平台实际承担优惠金额', '平台优惠'],
    ['达人实际承担优惠金额', '达人优惠'],
  ],
  refunds: { flags: [{ column: ['售后状态'], values: ['退款成功', '已全额退款'] }] },
} satisfies Profile;
