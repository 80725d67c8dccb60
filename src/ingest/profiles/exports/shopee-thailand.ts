import type { Profile } from '../profile';

/**
 * A row a variation; the order's money is repeated. What Shopee pays (vouchers, coins) is put back to the total; the seller's voucher is a
 * discount and stays off.
 */
export default {
  id: 'shopee-thailand',
  name: 'Shopee คำสั่งซื้อ',
  seen: 'importer',
  fingerprint: ['หมายเลขคำสั่งซื้อ', 'ชื่อผู้ใช้ (ผู้ซื้อ)', 'จำนวนเงินทั้งหมด'],
  fields: {
    order_id: ['หมายเลขคำสั่งซื้อ'],
    date: ['วันที่ทำการสั่งซื้อ', 'เวลาการชำระสินค้า'],
    customer: ['ชื่อผู้ใช้ (ผู้ซื้อ)'],
    customer_name: ['ชื่อผู้รับ'],
    phone: ['หมายเลขโทรศัพท์'],
    amount: ['จำนวนเงินทั้งหมด'],
    quantity: ['จำนวน'],
    unit_price: ['ราคาขาย'],
    shipping: ['ค่าจัดส่งที่ชำระโดยผู้ซื้อ'],
    product: ['ชื่อสินค้า'],
    sku: ['เลขอ้างอิง SKU (SKU Reference No.)'],
    channel: ['ตัวเลือกการจัดส่ง'],
    status: ['สถานะการสั่งซื้อ'],
  },
  amount_level: 'order_repeated',
  less: [['ค่าจัดส่งที่ชำระโดยผู้ซื้อ']],
  plus: [['โค้ดส่วนลดชำระโดย Shopee'], ['โค้ด Coins Cashback'], ['Shopee Coins']],
  refunds: { returned_quantity: ['จำนวนที่ส่งคืน', 'Returned quantity'] },
} satisfies Profile;
