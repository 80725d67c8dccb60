import type { Profile } from '../profile';

/** A row an order; nobody is named. "店铺优惠折扣" is the shop's discount; what the platform gives (平台优惠折扣、多多支付立减) pays like money. */
export default {
  id: 'pinduoduo-orders',
  name: '拼多多订单',
  seen: 'importer',
  fingerprint: ['订单号', '商品总价(元)', '店铺优惠折扣(元)', '商家实收金额(元)'],
  fields: {
    order_id: ['订单号'],
    date: ['支付时间', '订单成交时间', '拼单成功时间'],
    amount: ['商品总价(元)'],
    discount: ['店铺优惠折扣(元)'],
    shipping: ['邮费(元)'],
    total: ['用户实付金额(元)'],
    quantity: ['商品数量(件)'],
    product: ['商品'],
    sku: ['商家编码-规格维度', '商品id'],
    status: ['订单状态'],
  },
  amount_level: 'line',
  less: [['店铺优惠折扣(元)']],
  refunds: { flags: [{ column: ['售后状态'], values: ['.*退款成功'] }] },
} satisfies Profile;
