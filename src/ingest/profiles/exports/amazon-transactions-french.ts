import type { Profile } from '../profile';

/** As the English ledger: promotions are negative on orders and come back on refunds; fees and transfers are left out. No buyers. */
export default {
  id: 'amazon-transactions-french',
  name: 'Amazon transactions (France)',
  seen: 'importer',
  fingerprint: ['numéro de versement', 'ventes de produits', 'date/heure'],
  fields: {
    order_id: ['numéro de la commande'],
    date: ['date/heure'],
    amount: ['ventes de produits'],
    quantity: ['quantité'],
    tax: ['Taxes sur la vente des produits'],
    shipping: ["crédits d'expédition"],
    sku: ['sku', 'SKU'],
    product: ['description'],
    channel: ['Marketplace'],
    row_type: ['type'],
  },
  amount_level: 'line',
  plus: [['Rabais promotionnels']],
  rows: { type: { sale: ['commande'], refund: ['remboursement'], other: 'other' }, outgoing_is_other: true },
} satisfies Profile;
