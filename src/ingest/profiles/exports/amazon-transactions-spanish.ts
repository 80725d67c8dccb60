import type { Profile } from '../profile';

/** As the English ledger: promotions are negative on orders and come back on refunds; fees and transfers are left out. No buyers. */
export default {
  id: 'amazon-transactions-spanish',
  name: 'Amazon transacciones (España)',
  seen: 'importer',
  fingerprint: ['fecha y hora', 'identificador de pago', 'ventas de productos'],
  fields: {
    order_id: ['número de pedido'],
    date: ['fecha y hora'],
    amount: ['ventas de productos'],
    quantity: ['cantidad'],
    tax: ['impuesto de ventas de productos'],
    shipping: ['abonos de envío'],
    sku: ['sku', 'SKU'],
    product: ['descripción'],
    channel: ['web de Amazon', 'Marketplace'],
    row_type: ['tipo'],
  },
  amount_level: 'line',
  plus: [['devoluciones promocionales']],
  rows: { type: { sale: ['pedido'], refund: ['reembolso'], other: 'other' }, outgoing_is_other: true },
} satisfies Profile;
