import type { Profile } from '../profile';

/** As the English list, with Spanish names and texts. */
export default {
  id: 'paypal-spanish',
  name: 'Actividad de PayPal',
  seen: 'memory',
  fingerprint: ['Correo electrónico del remitente', 'Bruto', 'Id. de transacción'],
  fields: {
    order_id: ['Id. de transacción'],
    refund_of: ['Id. de transacción de referencia'],
    date: ['Fecha'],
    time: ['Hora'],
    email: ['Correo electrónico del remitente'],
    customer_name: ['Nombre'],
    amount: ['Bruto'],
    tax: ['Impuesto de ventas'],
    shipping: ['Importe de envío y manipulación'],
    currency: ['Divisa'],
    quantity: ['Cantidad'],
    product: ['Título del artículo'],
    country: ['País'],
    row_type: ['Tipo'],
    status: ['Estado'],
  },
  less: [['Impuesto de ventas'], ['Importe de envío y manipulación']],
  rows: {
    type: {
      sale: ['pago.*', '.*pago recibido'],
      refund: ['reembolso.*', '.*devolución de cargo'],
      other: 'other',
    },
    outgoing_is_other: true,
  },
  excluded: ['pendiente', 'denegado'],
  amount_level: 'line',
  refunds: { includes_tax: true },
  date_order: 'dmy',
} satisfies Profile;
