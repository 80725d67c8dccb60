import type { Profile } from '../profile';

/** As the Spanish list. What the buyer pays for instalments ("acréscimo no preço") goes to the bank and is no sale. */
export default {
  id: 'mercado-livre',
  name: 'Mercado Livre vendas',
  seen: 'importer',
  fingerprint: ['N.º de venda', 'Data da venda', 'Unidades', 'Comprador'],
  fields: {
    order_id: ['N.º de venda'],
    date: ['Data da venda'],
    customer: ['CPF', 'Comprador'],
    amount: ['Receita por produtos (BRL)', 'Receita por produtos'],
    refund: ['Cancelamentos e reembolsos (BRL)', 'Cancelamentos e reembolsos'],
    shipping: ['Receita por envio (BRL)'],
    quantity: ['Unidades'],
    product: ['Título do anúncio'],
    sku: ['SKU', '# de anúncio'],
    channel: ['Forma de entrega'],
    status: ['Estado', 'Descrição do status'],
  },
  amount_level: 'line',
  rows: { only_filled: ['Receita por produtos (BRL)', 'Receita por produtos'] },
  excluded: ['venda cancelada.*', 'você cancelou.*', 'pacote cancelado.*', '.*cancelou.*'],
  date_order: 'dmy',
} satisfies Profile;
