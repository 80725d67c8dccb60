import type { Profile } from '../profile';

/** A row a variation; the order's totals and fees are repeated. Returns stand in pieces or as a state of the row. */
export default {
  id: 'shopee-vietnam',
  name: 'Shopee đơn hàng (Việt Nam)',
  seen: 'sample',
  fingerprint: ['Mã đơn hàng', 'Người Mua', 'Trạng Thái Đơn Hàng'],
  fields: {
    order_id: ['Mã đơn hàng'],
    date: ['Ngày đặt hàng', 'Thời gian đơn hàng được thanh toán'],
    customer: ['Người Mua'],
    customer_name: ['Tên Người nhận'],
    amount: ['Tổng giá bán (sản phẩm)', 'Tổng số tiền Người mua thanh toán'],
    quantity: ['Số lượng'],
    unit_price: ['Giá ưu đãi'],
    shipping: ['Phí vận chuyển mà người mua trả'],
    product: ['Tên sản phẩm'],
    sku: ['SKU phân loại hàng', 'SKU sản phẩm'],
    country: ['Quốc gia'],
    status: ['Trạng Thái Đơn Hàng'],
  },
  amount_level: 'line',
  refunds: {
    returned_quantity: ['Số lượng sản phẩm được hoàn trả'],
    flags: [
      {
        column: ['Trạng thái Trả hàng/Hoàn tiền', 'Tình trạng Trả hàng / Hoàn tiền'],
        values: ['(đã )?(chấp thuận|hoàn tiền|hoàn thành|hoàn tất).*'],
      },
    ],
  },
  excluded: ['đã h[uủ][yỷ]'],
  whole_money: true,
} satisfies Profile;
