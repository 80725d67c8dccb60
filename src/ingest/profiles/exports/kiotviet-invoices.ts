import type { Profile } from '../profile';

/** A row an invoice, or a row an article with the invoice's money repeated. Returns are a list of their own. */
export default {
  id: 'kiotviet-invoices',
  name: 'KiotViet hóa đơn',
  seen: 'documentation',
  fingerprint: ['Mã hóa đơn', 'Khách cần trả', 'Khách đã trả'],
  fields: {
    order_id: ['Mã hóa đơn'],
    date: ['Thời gian', 'Thời gian tạo'],
    customer: ['Mã KH', 'Mã khách hàng'],
    email: ['Email'],
    phone: ['Điện thoại'],
    customer_name: ['Khách hàng', 'Tên khách hàng'],
    amount: ['Tổng sau giảm giá', 'Tổng tiền hàng'],
    discount: ['Giảm giá'],
    quantity: ['Số lượng'],
    unit_price: ['Giá bán', 'Đơn giá'],
    product: ['Tên hàng'],
    sku: ['Mã hàng'],
    channel: ['Kênh bán', 'Chi nhánh'],
    status: ['Trạng thái'],
  },
  excluded: ['đã h[uủ][yỷ]', 'đang xử lý'],
  whole_money: true,
  date_order: 'dmy',
} satisfies Profile;
