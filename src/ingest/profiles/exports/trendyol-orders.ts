import type { Profile } from '../profile';

/**
 * A row an article. "İndirim Tutarı" is the seller's discount; "Trendyol İndirim Tutarı" is paid by Trendyol and stays in, as does the commission.
 * The e-mail is an alias, the same for one buyer.
 */
export default {
  id: 'trendyol-orders',
  name: 'Trendyol siparişleri',
  seen: 'importer',
  fingerprint: ['Sipariş Numarası', 'Paket No', 'Satış Tutarı', 'Faturalanacak Tutar'],
  fields: {
    order_id: ['Sipariş Numarası'],
    date: ['Sipariş Tarihi'],
    email: ['E-Posta'],
    customer_name: ['Alıcı'],
    amount: ['Satış Tutarı'],
    discount: ['İndirim Tutarı'],
    quantity: ['Adet'],
    unit_price: ['Birim Fiyatı'],
    product: ['Ürün Adı'],
    sku: ['Stok Kodu', 'Barkod'],
    category: ['Marka'],
    country: ['Ülke'],
    status: ['Sipariş Statüsü'],
  },
  amount_level: 'line',
  less: [['İndirim Tutarı']],
  refunds: { flags: [{ column: ['Sipariş Statüsü'], values: ['iade edildi'] }] },
  date_order: 'dmy',
} satisfies Profile;
