import type { Profile } from '../profile';

/** As the English ledger: promotions are negative on orders and come back on refunds; fees and transfers are left out. No buyers. */
export default {
  id: 'amazon-transactions-italian',
  name: 'Amazon transazioni (Italia)',
  seen: 'importer',
  fingerprint: ['Data/Ora:', 'Numero pagamento', 'Vendite'],
  fields: {
    order_id: ['Numero ordine'],
    date: ['Data/Ora:'],
    amount: ['Vendite'],
    quantity: ['Quantità'],
    tax: ['imposta sulle vendite dei prodotti'],
    shipping: ['Accrediti per le spedizioni'],
    sku: ['sku', 'SKU'],
    product: ['Descrizione'],
    channel: ['Marketplace'],
    row_type: ['Tipo'],
  },
  amount_level: 'line',
  plus: [['Sconti promozionali']],
  rows: { type: { sale: ['ordine'], refund: ['rimborso'], other: 'other' }, outgoing_is_other: true },
} satisfies Profile;
