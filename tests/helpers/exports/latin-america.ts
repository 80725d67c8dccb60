import type { Example } from './example';

export const LATIN_AMERICA: Example[] = [
  {
    id: 'shopee-brazil',
    seen: 'two importers of Shopee in Brazil and the test of a third, by their header names in public code',
    // 250301BRA: 59.90 − 5.00 of the seller; 250304BRD: 40.00, one of two pieces back.
    table: `
ID do pedido | Status do pedido | Data de criação do pedido | Nome do Produto | Preço acordado | Quantidade | Returned quantity | Subtotal do produto | Cupom do vendedor | Cupom Shopee | Compensar Moedas Shopee | Taxa de envio pagas pelo comprador | Taxa de comissão | Total global | Nome de usuário (comprador)
250301BRA | Concluído | 2025-03-01 09:12 | Caneca | 29.90 | 1 | 0 | 29.90 | 5.00 | 10.00 | 0.90 | 12.00 | 6.00 | 56.00 | ana.lima
250301BRA | Concluído | 2025-03-01 09:12 | Filtro | 15.00 | 2 | 0 | 30.00 | 5.00 | 10.00 | 0.90 | 12.00 | 6.00 | 56.00 | ana.lima
250302BRB | Enviado | 2025-03-02 18:40 | Bule | 40.00 | 1 | 0 | 40.00 | 0.00 | 0.00 | 0.00 | 8.00 | 4.00 | 48.00 | joao_p
250303BRC | Cancelado | 2025-03-03 11:05 | Bule | 99.00 | 1 | 0 | 99.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 99.00 | joao_p
250304BRD | Concluído | 2025-03-04 07:55 | Pires | 20.00 | 2 | 1 | 40.00 | 0.00 | 0.00 | 0.00 | 0.00 | 4.00 | 40.00 | ana.lima
250305BRE | Não pago | 2025-03-05 07:55 | Pires | 20.00 | 1 | 0 | 20.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 20.00 | bia.s
`,
    empty:
      'Cancelar Motivo|Status da Devolução / Reembolso|Opção de envio|Nº de referência do SKU principal|Número de referência SKU|Nome da variação|Nome do destinatário|Telefone|CPF do Comprador',
    right: { orders: 3, customers: 2, sales: 134.9, refunds: 20 },
  },
  {
    id: 'mercado-libre',
    seen: 'four programs that read the report, one with the columns by name, in public code',
    above: ['Ventas AR,,,,,,', 'Ventas,,,,,,,Comprador'],
    // 2000002 is a package: its first row has the money, its articles stand below it; of 2000005, 5,000 went back.
    table: `
# de venta | Fecha de venta | Estado | Unidades | Ingresos por productos (ARS) | Cargo por venta e impuestos (ARS) | Ingresos por envío (ARS) | Costos de envío (ARS) | Anulaciones y reembolsos (ARS) | Total (ARS) | SKU | Título de la publicación | Comprador | DNI
2000001 | 2 de marzo de 2025 09:12 hs. | Entregado | 1 | 12500 | -1800 | | -900 | | 9800 | MAT-1 | Mate | Lucía Gómez | 30111222
2000002 | 5 de marzo de 2025 19:02 hs. | Paquete de 2 productos | | 30000 | -4200 | 2500 | -2500 | | 25800 | | | Martín Ruiz | 28444555
2000003 | 5 de marzo de 2025 19:02 hs. | En camino | 1 | | | | | | | BOM-1 | Bombilla | |
2000004 | 5 de marzo de 2025 19:02 hs. | En camino | 2 | | | | | | | YER-1 | Yerba | |
2000005 | 9 de marzo de 2025 08:30 hs. | Entregado | 2 | 20000 | -2900 | | | -5000 | 12100 | MAT-2 | Mate grande | Lucía Gómez | 30111222
2000006 | 12 de marzo de 2025 10:00 hs. | Venta cancelada. No despaches. | 1 | 8000 | -1100 | | | -6900 | 0 | BOM-1 | Bombilla | Martín Ruiz | 28444555
2000007 | 20 de marzo de 2025 13:30 hs. | Devolución finalizada con reembolso al comprador | 1 | 9000 | -1300 | | | -9000 | -1300 | YER-1 | Yerba | Sofía Paz | 35777888
`,
    empty:
      'Descripción del estado|Pertenece a un kit|Venta por publicidad|# de publicación|Variante|Forma de entrega|Domicilio',
    right: { orders: 3, customers: 2, sales: 62500, refunds: 5000 },
  },
  {
    id: 'mercado-livre',
    seen: 'four importers, one with the whole map of columns, forms of dates and states, in public code',
    delimiter: ';',
    table: `
N.º de venda | Data da venda | Estado | Descrição do status | Unidades | Receita por produtos (BRL) | Receita por acréscimo no preço (pago pelo comprador) | Tarifa de venda e impostos (BRL) | Receita por envio (BRL) | Cancelamentos e reembolsos (BRL) | Total (BRL) | SKU | Título do anúncio | Comprador | CPF | Estado
3000001 | 2 de março de 2025 09:12 hs. | Entregue | Chegou no dia 5 | 1 | 1.250,00 | 80,00 | -180,00 | | | 1.070,00 | CAD-1 | Cadeira | Ana Lima | 11122233396 | São Paulo
3000002 | 5 de março de 2025 19:02 hs. | A caminho | | 1 | 89,90 | | -12,00 | 15,00 | | 77,90 | LUM-1 | Luminária | João Prado | 44455566609 | Bahia
3000003 | 6 de março de 2025 08:00 hs. | Venda cancelada | | 1 | 89,90 | | -12,00 | | -77,90 | 0,00 | LUM-1 | Luminária | João Prado | 44455566609 | Bahia
3000004 | 20 de março de 2025 13:30 hs. | Entregue | | 2 | 200,00 | | -28,00 | | -50,00 | 122,00 | PIR-1 | Pires | Ana Lima | 11122233396 | São Paulo
`,
    empty:
      'Pertence a um kit|Tarifas de envio (BRL)|Venda por publicidade|# de anúncio|Preço unitário de venda do anúncio (BRL)|Forma de entrega|Cidade',
    right: { orders: 3, customers: 2, sales: 1539.9, refunds: 50 },
  },
  {
    id: 'vtex-orders',
    seen: 'https://help.vtex.com/en/docs/tutorials/order-report (github.com/vtexdocs/help-center-content, docs/en/tutorials/Orders/All orders/order-report.md)',
    delimiter: ';',
    // v101: 2 × 59.90 + 20.00; totals and freight are the order's.
    table: `
Origin | Order | Sequence | Creation Date | Client Name | Client Last Name | Client Document | Email | Phone | Status | Quantity_SKU | ID_SKU | SKU Name | SKU Value | SKU Selling Price | SKU Total Price | Shipping Value | Total Value | Discounts Totals | Currency Code
Marketplace | v101-01 | 101 | 2024-03-02 09:12:14Z | Regina | Saad | 06362148851 | regina@example.com.br | +5511996477171 | Invoiced | 2 | 11 | Caneca | 64.90 | 59.90 | 119.80 | 9.00 | 154.80 | -10.00 | BRL
Marketplace | v101-01 | 101 | 2024-03-02 09:12:14Z | Regina | Saad | 06362148851 | regina@example.com.br | +5511996477171 | Invoiced | 1 | 12 | Filtro | 20.00 | 20.00 | 20.00 | 6.00 | 154.80 | -10.00 | BRL
Marketplace | v102-01 | 102 | 2024-03-05 19:02:10Z | Paulo | Reis | 19988877701 | paulo@example.com.br | +5521988123400 | Ready for Handling | 1 | 13 | Bule | 149.90 | 149.90 | 149.90 | 0.00 | 149.90 | 0.00 | BRL
Marketplace | v103-01 | 103 | 2024-03-06 08:00:00Z | Paulo | Reis | 19988877701 | paulo@example.com.br | +5521988123400 | Canceled | 1 | 13 | Bule | 149.90 | 149.90 | 149.90 | 0.00 | 149.90 | 0.00 | BRL
Marketplace | v104-01 | 104 | 2024-03-20 13:30:05Z | Regina | Saad | 06362148851 | regina@example.com.br | +5511996477171 | Invoiced | 1 | 14 | Pires | 35.50 | 35.50 | 35.50 | 9.00 | 44.50 | 0.00 | BRL
Marketplace | v105-01 | 105 | 2024-03-21 13:30:05Z | Bia | Souza | 28877766602 | bia@example.com.br | +5531977001122 | Payment Pending | 1 | 14 | Pires | 35.50 | 35.50 | 35.50 | 9.00 | 44.50 | 0.00 | BRL
`,
    empty:
      'UF|City|Receiver Name|Courier|Last Change Date|Coupon|Payment System Name|Payment Value|Reference Code|Shipping List Price|Seller Name|Gift Card Name|Taxes|Country',
    right: { orders: 3, customers: 2, sales: 325.2, refunds: 0 },
  },
  {
    id: 'nuvemshop-sales',
    seen: 'the header and rows in the tests of a public program that reads it',
    delimiter: ';',
    // 1001: 159.80 − 15.00, its second article on a row of its own.
    table: `
Número do Pedido | E-mail | Data | Status do Pedido | Status do Pagamento | Status do Envio | Subtotal | Desconto | Valor do Frete | Total | Nome do comprador | CPF / CNPJ | Telefone | Nome do Produto | Valor do Produto | Quantidade Comprada | SKU
1001 | ana@example.com.br | 02/03/2024 09:12:44 | Arquivado | Confirmado | Entregue | 159.80 | 15.00 | 12.00 | 156.80 | Ana Lima | 11122233396 | +5511996477171 | Caneca | 79.90 | 1 | CAN-1
1001 | ana@example.com.br | | | | | | | | | | | | Bule | 79.90 | 1 | BUL-1
1002 | joao@example.com.br | 05/03/2024 19:02:10 | Aberto | Confirmado | Não está embalado | 79.90 | 0.00 | 15.00 | 94.90 | João Prado | 44455566609 | +5521988123400 | Bule | 79.90 | 1 | BUL-1
1003 | joao@example.com.br | 06/03/2024 08:00:00 | Cancelado | Confirmado | Não está embalado | 79.90 | 0.00 | 15.00 | 94.90 | João Prado | 44455566609 | +5521988123400 | Bule | 79.90 | 1 | BUL-1
1004 | bia@example.com.br | 13/03/2024 10:00:00 | Aberto | Pendente | Não está embalado | 40.00 | 0.00 | 15.00 | 55.00 | Bia Souza | 28877766602 | +5531977001122 | Pires | 40.00 | 1 | PIR-1
1005 | ana@example.com.br | 20/03/2024 13:30:05 | Arquivado | Confirmado | Entregue | 40.00 | 0.00 | 15.00 | 55.00 | Ana Lima | 11122233396 | +5511996477171 | Pires | 40.00 | 1 | PIR-1
`,
    empty: 'Endereço|Cupom de Desconto|Data de pagamento|Data de envío|Meio de pagamento',
    right: { orders: 3, customers: 2, sales: 264.7, refunds: 0 },
  },
  {
    id: 'tiendanube-sales',
    seen: 'the whole header and a row in the test of a public importer',
    delimiter: ';',
    table: `
Número de orden | Email | Fecha | Estado de la orden | Estado del pago | Moneda | Subtotal de productos | Descuento | Costo de envío | Total | Nombre del comprador | DNI / CUIT | Teléfono | Nombre del producto | Precio del producto | Cantidad del producto | SKU | Fecha y hora de cancelación
501 | lucia@example.com.ar | 02/03/2025 09:12:44 | Archivada | Recibido | ARS | 25000,00 | 2500,00 | 500,00 | 23000,00 | Lucía Gómez | 30111222 | +5491155512340 | Mate | 20000,00 | 1 | MAT-1 |
501 | lucia@example.com.ar | | | | | | | | | | | | Bombilla | 5000,00 | 1 | BOM-1 |
502 | martin@example.com.ar | 05/03/2025 19:02:10 | Abierta | Recibido | ARS | 18000,00 | 0,00 | 500,00 | 18500,00 | Martín Ruiz | 28444555 | +5491144498760 | Yerba | 9000,00 | 2 | YER-1 |
503 | martin@example.com.ar | 06/03/2025 08:00:00 | Cancelada | Recibido | ARS | 9000,00 | 0,00 | 500,00 | 9500,00 | Martín Ruiz | 28444555 | +5491144498760 | Yerba | 9000,00 | 1 | YER-1 | 06/03/2025 10:00:00
504 | sofia@example.com.ar | 13/03/2025 10:00:00 | Abierta | Pendiente | ARS | 5000,00 | 0,00 | 500,00 | 5500,00 | Sofía Paz | 35777888 | +5491133377710 | Bombilla | 5000,00 | 1 | BOM-1 |
505 | lucia@example.com.ar | 20/03/2025 13:30:05 | Archivada | Recibido | ARS | 9000,00 | 0,00 | 500,00 | 9500,00 | Lucía Gómez | 30111222 | +5491155512340 | Yerba | 9000,00 | 1 | YER-1 |
`,
    empty:
      'Estado del envío|Nombre para el envío|Dirección|Provincia o estado|País|Medio de envío|Medio de pago|Cupón de descuento|Fecha de pago|Canal|Motivo de cancelación',
    right: { orders: 3, customers: 2, sales: 49500, refunds: 0 },
  },
];
