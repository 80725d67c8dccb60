import type { Profile } from '../profile';

/** A row an article, the order's money on the first or on each. The total includes delivery; --- means nobody. */
export default {
  id: 'haravan-orders',
  name: 'Haravan đơn hàng',
  seen: 'memory',
  fingerprint: ['Mã đơn hàng', 'Trạng thái thanh toán', 'Họ tên', 'Tổng tiền'],
  fields: {
    order_id: ['Mã đơn hàng'],
    date: ['Ngày đặt hàng', 'Ngày tạo'],
    email: ['Email'],
    phone: ['Điện thoại'],
    customer_name: ['Họ tên'],
    amount: ['Tổng tiền'],
    shipping: ['Phí vận chuyển'],
    discount: ['Giảm giá'],
    quantity: ['Số lượng'],
    unit_price: ['Giá'],
    product: ['Tên sản phẩm'],
    sku: ['Mã sản phẩm'],
    channel: ['Kênh bán hàng'],
    status: ['Trạng thái thanh toán'],
  },
  less: [['Phí vận chuyển']],
  rows: {
    follow: true,
  },
  whole_money: true,
  date_order: 'dmy',
} satisfies Profile;
