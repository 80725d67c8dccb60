import type { Profile } from '../profile';

/** A row a variation; the buyer's total is repeated. What came back stands in pieces. A dot separates thousands. */
export default {
  id: 'shopee-indonesia',
  name: 'Shopee pesanan (Indonesia)',
  seen: 'sample',
  fingerprint: ['No. Pesanan', 'Username (Pembeli)', 'Status Pesanan'],
  fields: {
    order_id: ['No. Pesanan'],
    date: ['Waktu Pesanan Dibuat', 'Waktu Pembayaran Dilakukan'],
    customer: ['Username (Pembeli)'],
    customer_name: ['Nama Penerima'],
    amount: ['Subtotal Pesanan', 'Total Harga Produk'],
    quantity: ['Jumlah'],
    unit_price: ['Harga Setelah Diskon'],
    shipping: ['Ongkos Kirim Dibayar oleh Pembeli'],
    product: ['Nama Produk'],
    sku: ['Nomor Referensi SKU', 'SKU Induk'],
    channel: ['Opsi Pengiriman'],
    status: ['Status Pesanan'],
  },
  amount_level: 'line',
  refunds: {
    returned_quantity: ['Returned quantity'],
  },
  excluded: ['batal', 'belum bayar'],
  whole_money: true,
} satisfies Profile;
