import type { Profile } from '../profile';

/**
 * A row a product, the order's coupon on its first. "Nilai Kupon Toko" is the shop's own coupon, a discount; "Jumlah Subsidi Tokopedia" is
 * paid by Tokopedia and stays in. "Total Pengurangan" is what was given back for pieces that were not sent.
 */
export default {
  id: 'tokopedia-sales',
  name: 'Tokopedia laporan penjualan',
  seen: 'importer',
  fingerprint: ['Nomor Invoice', 'Status Terakhir', 'Jumlah Produk Dibeli', 'Harga Jual (IDR)'],
  fields: {
    order_id: ['Nomor Invoice'],
    date: ['Tanggal Pembayaran'],
    phone: ['No Telp Pembeli'],
    customer_name: ['Nama Pembeli'],
    quantity: ['Jumlah Produk Dibeli'],
    unit_price: ['Harga Jual (IDR)'],
    discount: ['Nilai Kupon Toko Terpakai (IDR)'],
    shipping: ['Total Biaya Pengiriman (IDR)', 'Biaya Pengiriman Tunai (IDR)'],
    refund: ['Total Pengurangan (IDR)'],
    product: ['Nama Produk'],
    sku: ['Nomor SKU'],
    channel: ['Nama Kurir'],
    status: ['Status Terakhir'],
    cancelled_at: ['Tanggal Pesanan Dibatalkan'],
  },
  amount_level: 'line',
  amount_from: 'price_times_quantity',
  whole_money: true,
  date_order: 'dmy',
} satisfies Profile;
