import type { Profile } from '../profile';

/** A row an article, what belongs to the order only on the first. What the customer owes includes delivery. */
export default {
  id: 'sapo-orders',
  name: 'Sapo đơn hàng',
  seen: 'memory',
  fingerprint: ['STT', 'Mã đơn hàng', 'Khách phải trả'],
  fields: {
    order_id: ['Mã đơn hàng'],
    date: ['Ngày tạo'],
    phone: ['Số điện thoại'],
    email: ['Email'],
    customer_name: ['Tên khách hàng'],
    amount: ['Khách phải trả'],
    shipping: ['Phí giao hàng'],
    discount: ['Chiết khấu đơn hàng'],
    quantity: ['Số lượng'],
    unit_price: ['Đơn giá'],
    product: ['Tên sản phẩm'],
    sku: ['Mã SKU'],
    channel: ['Nguồn bán hàng'],
    status: ['Trạng thái'],
  },
  amount_level: 'order_first_row',
  less: [['Phí giao hàng']],
  rows: {
    follow: true,
  },
  whole_money: true,
  date_order: 'dmy',
} satisfies Profile;
