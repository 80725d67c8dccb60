import type { Profile } from '../profile';

/**
 * A row an article; of a sale of several articles a row with its money stands above them, and it counts. Charges and shipping costs are
 * no discounts. What was given back is negative, of the whole sale.
 */
export default {
  id: 'mercado-libre',
  name: 'Mercado Libre ventas',
  seen: 'importer',
  fingerprint: ['# de venta', 'Fecha de venta', 'Unidades', 'Comprador'],
  fields: {
    order_id: ['# de venta'],
    date: ['Fecha de venta'],
    customer: ['DNI', 'RUT', 'Comprador'],
    amount: [
      'Ingresos por productos (ARS)',
      'Ingresos por productos (MXN)',
      'Ingresos por productos (CLP)',
      'Ingresos por productos (COP)',
      'Ingresos por productos (UYU)',
      'Ingresos por productos (PEN)',
      'Ingresos por productos',
    ],
    refund: [
      'Anulaciones y reembolsos (ARS)',
      'Anulaciones y reembolsos (MXN)',
      'Anulaciones y reembolsos (CLP)',
      'Anulaciones y reembolsos (COP)',
      'Anulaciones y reembolsos (UYU)',
      'Anulaciones y reembolsos (PEN)',
      'Anulaciones y reembolsos',
    ],
    shipping: [
      'Ingresos por envío (ARS)',
      'Ingresos por envío (MXN)',
      'Ingresos por envío (CLP)',
      'Ingresos por envío (COP)',
      'Ingresos por envío (UYU)',
      'Ingresos por envío (PEN)',
      'Ingresos por envío',
    ],
    quantity: ['Unidades'],
    product: ['Título de la publicación', 'Título'],
    sku: ['SKU', '# de publicación'],
    channel: ['Forma de entrega'],
    status: ['Estado'],
  },
  amount_level: 'line',
  rows: {
    only_filled: [
      'Ingresos por productos (ARS)',
      'Ingresos por productos (MXN)',
      'Ingresos por productos (CLP)',
      'Ingresos por productos (COP)',
      'Ingresos por productos (UYU)',
      'Ingresos por productos (PEN)',
      'Ingresos por productos',
    ],
  },
  excluded: ['venta cancelada.*', 'cancelaste.*', 'paquete cancelado.*', '.*canceló.*'],
  date_order: 'dmy',
} satisfies Profile;
