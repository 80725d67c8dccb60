import type { Profile } from '../profile';

/**
 * A row a variation; the order's money is repeated. "Cupom Shopee" and coins pay like money and are put back; "Cupom do vendedor" is a
 * discount and stays off.
 */
export default {
  id: 'shopee-brazil',
  name: 'Shopee pedidos (Brasil)',
  seen: 'importer',
  fingerprint: ['ID do pedido', 'Status do pedido', 'Preço acordado', 'Total global'],
  fields: {
    order_id: ['ID do pedido'],
    date: ['Data de criação do pedido', 'Hora do pagamento do pedido'],
    customer: ['Nome de usuário (comprador)'],
    customer_name: ['Nome do destinatário'],
    phone: ['Telefone'],
    amount: ['Total global'],
    quantity: ['Quantidade'],
    unit_price: ['Preço acordado'],
    shipping: ['Taxa de envio pagas pelo comprador'],
    product: ['Nome do Produto'],
    sku: ['Número de referência SKU', 'Nº de referência do SKU principal'],
    channel: ['Opção de envio'],
    status: ['Status do pedido'],
  },
  amount_level: 'order_repeated',
  less: [['Taxa de envio pagas pelo comprador']],
  plus: [['Cupom Shopee'], ['Compensar Moedas Shopee'], ['Total descontado Cartão de Crédito']],
  refunds: { returned_quantity: ['Returned quantity', 'Quantidade devolvida'] },
  excluded: ['não pago', 'cancelado.*'],
} satisfies Profile;
