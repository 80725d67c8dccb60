import type { Profile } from '../profile';

/** A row an order. What was paid includes postage. Numbers are wrapped as ="1234" to survive a spreadsheet. */
export default {
  id: 'taobao-orders',
  name: '淘宝订单报表',
  seen: 'documentation',
  fingerprint: ['订单编号', '买家会员名', '买家实际支付金额'],
  fields: {
    order_id: ['订单编号'],
    date: ['订单创建时间', '订单付款时间'],
    customer: ['买家会员名', '买家支付宝账号'],
    phone: ['联系手机', '联系电话'],
    customer_name: ['收货人姓名'],
    amount: ['买家实际支付金额'],
    shipping: ['买家应付邮费'],
    refund: ['退款金额'],
    quantity: ['宝贝总数量'],
    product: ['宝贝标题'],
    category: ['宝贝种类'],
    channel: ['店铺名称'],
    status: ['订单状态'],
  },
  amount_level: 'line',
  less: [['买家应付邮费']],
  refunds: {
    includes_tax: false,
  },
  excluded: ['交易关闭', '等待买家付款'],
} satisfies Profile;
