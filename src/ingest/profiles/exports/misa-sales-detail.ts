import type { Profile } from '../profile';

/** A row an article of a document, or a return, which stands in columns of its own. Sales (doanh số bán) are before the discount and without VAT. */
export default {
  id: 'misa-sales-detail',
  name: 'MISA sổ chi tiết bán hàng',
  seen: 'importer',
  fingerprint: ['Số chứng từ', 'Doanh số bán', 'Giá trị trả lại'],
  fields: {
    order_id: ['Số chứng từ', 'Số hóa đơn'],
    date: ['Ngày chứng từ', 'Ngày hạch toán', 'Ngày hóa đơn'],
    customer: ['Mã khách hàng'],
    customer_name: ['Tên khách hàng'],
    amount: ['Doanh số bán'],
    discount: ['Chiết khấu'],
    tax: ['Thuế GTGT'],
    quantity: ['Tổng số lượng bán', 'Số lượng bán'],
    unit_price: ['Đơn giá'],
    product: ['Tên hàng'],
    sku: ['Mã hàng'],
    cost: ['Giá vốn'],
  },
  amount_level: 'line',
  less: [['Chiết khấu'], ['Giá trị giảm giá'], ['Giá trị trả lại']],
  whole_money: true,
  date_order: 'dmy',
} satisfies Profile;
