import type { Profile } from '../profile';

/** As the English list, with French names and texts. */
export default {
  id: 'paypal-french',
  name: 'Activité PayPal',
  seen: 'documentation',
  fingerprint: ["De l'adresse email", 'Avant commission', 'Numéro de transaction'],
  fields: {
    order_id: ['Numéro de transaction'],
    refund_of: ['Numéro de la transaction de référence'],
    date: ['Date'],
    time: ['Heure'],
    email: ["De l'adresse email"],
    customer_name: ['Nom'],
    amount: ['Avant commission'],
    tax: ['TVA'],
    currency: ['Devise'],
    quantity: ['Quantité'],
    product: ["Titre de l'objet"],
    row_type: ['Type'],
    status: ['État'],
  },
  less: [['TVA']],
  rows: {
    type: {
      sale: ['paiement.*', '.*paiement reçu'],
      refund: ['remboursement.*', 'annulation.*'],
      other: 'other',
    },
    outgoing_is_other: true,
  },
  excluded: ['en attente', 'refusé', 'annulé'],
  amount_level: 'line',
  refunds: {
    includes_tax: true,
  },
} satisfies Profile;
