import type { Profile } from '../profile';

/** A row an article. Names and phones are masked: a masked phone tells nobody apart. */
export default {
  id: 'tiki-orders',
  name: 'Tiki đơn hàng',
  seen: 'memory',
  fingerprint: ['Mã đơn hàng', 'Giá bán', 'Thành tiền', 'Tên khách hàng'],
  fields: {
    order_id: ['Mã đơn hàng'],
    date: ['Ngày đặt hàng'],
    phone: ['Số điện thoại'],
    customer_name: ['Tên khách hàng'],
    amount: ['Thành tiền'],
    quantity: ['Số lượng'],
    unit_price: ['Giá bán'],
    product: ['Tên sản phẩm'],
    sku: ['SKU', 'Mã sản phẩm'],
    status: ['Trạng thái'],
  },
  amount_level: 'line',
  whole_money: true,
  date_order: 'dmy',
} satisfies Profile;
