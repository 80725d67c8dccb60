import type { Example } from './example';

const TRENDYOL = 'the whole header in three public programs that read it';
const AMAZON = 'public programs that put these names and texts in the place of the English ones';

/** One ledger in four languages: 12.90, then 25.80 + 4.80 − 3.00 of a promotion; 4.80 of that given back; a fee and a transfer. */
const amazon = (
  id: string,
  header: string,
  words: Record<'order' | 'refund' | 'fee' | 'transfer', string>,
  days: string[],
): Example => ({
  id,
  seen: AMAZON,
  table: `
${header}
${days[0]} | 18273645 | ${words.order} | 401-1 | MUG-B | Mug | 1 | 12,90 | 2,58 | 4,90 | 0,00 | -1,94 | 18,44
${days[1]} | 18273645 | ${words.order} | 402-1 | MUG-W | Mug white | 2 | 25,80 | 5,16 | 0,00 | -3,00 | -3,87 | 24,09
${days[1]} | 18273645 | ${words.order} | 402-1 | FIL-9 | Filter | 1 | 4,80 | 0,96 | 0,00 | 0,00 | -0,72 | 5,04
${days[2]} | 18273645 | ${words.refund} | 402-1 | FIL-9 | Filter | 1 | -4,80 | -0,96 | 0,00 | 0,00 | 0,72 | -5,04
${days[3]} | 18273645 | ${words.fee} | | | Abo | | 0,00 | 0,00 | 0,00 | 0,00 | -39,00 | -39,00
${days[3]} | 18273645 | ${words.transfer} | | | | | 0,00 | 0,00 | 0,00 | 0,00 | 0,00 | -120,00
`,
  right: { orders: 2, customers: 0, sales: 40.5, refunds: 4.8 },
});

export const EUROPE: Example[] = [
  {
    id: 'trendyol-orders',
    seen: TRENDYOL,
    delimiter: ';',
    // 9100001: 499.80 − 50.00 of the seller, and 120.00, of which Trendyol pays 10.00.
    table: `
Barkod | Paket No | Sipariş Tarihi | Sipariş Numarası | Alıcı | Ürün Adı | Sipariş Statüsü | E-Posta | Komisyon Oranı | Marka | Stok Kodu | Adet | Birim Fiyatı | Satış Tutarı | İndirim Tutarı | Trendyol İndirim Tutarı | Faturalanacak Tutar
868001 | 7001 | 02.03.2024 09:12 | 9100001 | Ayşe Yılmaz | Fincan | Teslim Edildi | pf+a1@trendyolmail.com | 15 | Kule | FIN-1 | 2 | 249,90 | 499,80 | 50,00 | 0,00 | 449,80
868002 | 7001 | 02.03.2024 09:12 | 9100001 | Ayşe Yılmaz | Tabak | Teslim Edildi | pf+a1@trendyolmail.com | 15 | Kule | TAB-1 | 1 | 120,00 | 120,00 | 0,00 | 10,00 | 110,00
868003 | 7002 | 05.03.2024 19:02 | 9100002 | Mehmet Kaya | Çaydanlık | Taşıma Durumunda | pf+m2@trendyolmail.com | 15 | Kule | CAY-1 | 1 | 1.249,90 | 1.249,90 | 0,00 | 0,00 | 1.249,90
868003 | 7003 | 06.03.2024 08:00 | 9100003 | Mehmet Kaya | Çaydanlık | İptal Edildi | pf+m2@trendyolmail.com | 15 | Kule | CAY-1 | 1 | 1.249,90 | 1.249,90 | 0,00 | 0,00 | 1.249,90
868004 | 7004 | 09.03.2024 10:00 | 9100004 | Elif Demir | Sürahi | İade Edildi | pf+e3@trendyolmail.com | 15 | Kule | SUR-1 | 1 | 300,00 | 300,00 | 0,00 | 0,00 | 300,00
868005 | 7005 | 20.03.2024 13:30 | 9100005 | Ayşe Yılmaz | Kaşık | Teslim Edildi | pf+a1@trendyolmail.com | 15 | Kule | KAS-1 | 1 | 89,90 | 89,90 | 0,00 | 0,00 | 89,90
`,
    empty:
      'Kargo Firması|Termin Süresinin Bittiği Tarih|Kargo Kodu|Teslimat Adresi|İl|İlçe|Fatura Adresi|Alıcı - Fatura Adresi|Butik Numarası|Teslim Tarihi',
    right: { orders: 3, customers: 2, sales: 1909.6, refunds: 0 },
  },
  {
    id: 'sumup-sales',
    seen: 'https://github.com/ursjoss/lola-sumup (the header and a row in the tests of its reader)',
    table: `
Account | Date | Time | Type | Transaction ID | Receipt Number | Payment Method | Quantity | Description | Currency | Price (Gross) | Price (Net) | Tax | Tax rate | Transaction refunded
shop@example.org | 15.03.23 | 11:53 | Sales | TD4KP497FR | S20230000001 | Cash | 2 | Kaffee | CHF | 10.80 | 10.00 | 0.80 | 8% |
shop@example.org | 15.03.23 | 11:53 | Sales | TD4KP497FR | S20230000001 | Cash | 1 | Kuchen | CHF | 5.40 | 5.00 | 0.40 | 8% |
shop@example.org | 16.03.23 | 09:10 | Sales | TD4KQ112XA | S20230000002 | Card | 1 | Bohnen | CHF | 21.60 | 20.00 | 1.60 | 8% |
shop@example.org | 17.03.23 | 10:00 | Refund | TD4KR900ZZ | S20230000003 | Cash | 1 | Kuchen | CHF | -5.40 | -5.00 | -0.40 | 8% | TD4KP497FR
`,
    right: { orders: 2, customers: 0, sales: 35, refunds: 5 },
  },
  {
    id: 'sumup-transactions',
    seen: 'memory',
    // 25.00 with tax of 4.00 and a tip of 1.00 is 20.00.
    table: `
Email | Date | Transaction Code | Transaction Type | Status | Card Type | Process as | Payment Method | Entry mode | Description | Total | Tax Amount | Tip Amount | Currency
shop@example.org | 2024-03-02 09:12:44 | TAAA11 | Sale | Paid out | VISA | debit | Card | chip | Kaffee | 11.90 | 1.90 | 0.00 | EUR
shop@example.org | 2024-03-02 09:20:00 | TAAA12 | Sale | Failed | VISA | debit | Card | chip | Kaffee | 11.90 | 1.90 | 0.00 | EUR
shop@example.org | 2024-03-05 19:02:10 | TAAA13 | Sale | Successful | MASTERCARD | credit | Card | contactless | Bohnen | 25.00 | 4.00 | 1.00 | EUR
shop@example.org | 2024-03-06 08:00:00 | TAAA14 | Sale | Refunded | VISA | debit | Card | chip | Kaffee | 11.90 | 1.90 | 0.00 | EUR
`,
    empty: 'Last 4 digits|Auth code|Fee|Payout|Payout Date|Payout ID|Reference',
    right: { orders: 2, customers: 0, sales: 30, refunds: 0 },
  },
  {
    id: 'zettle-sales',
    seen: 'memory',
    table: `
Date | Time | Receipt number | Name | Variant | SKU | Quantity | Currency | Price | Discount | Final price | VAT | Category | Staff
2024-03-02 | 09:12 | 101 | Kaffe | | KAF | 2 | SEK | 25.00 | 0.00 | 50.00 | 10.00 | Dryck | Ida
2024-03-02 | 09:12 | 101 | Bulle | | BUL | 1 | SEK | 25.00 | 0.00 | 25.00 | 5.00 | Bakat | Ida
2024-03-05 | 19:02 | 102 | Te | | TE1 | 1 | SEK | 110.00 | 10.00 | 100.00 | 20.00 | Dryck | Ida
2024-03-06 | 08:00 | 103 | Bulle | | BUL | -1 | SEK | 25.00 | 0.00 | -25.00 | -5.00 | Bakat | Ida
`,
    right: { orders: 2, customers: 0, sales: 140, refunds: 20 },
  },
  {
    id: 'xero-invoices',
    seen: 'the header in ten public programs that write or read it',
    // What awaits its payment is a sale; drafts, voided invoices and bills are none.
    table: `
ContactName | EmailAddress | InvoiceNumber | InvoiceDate | DueDate | Total | InventoryItemCode | Description | Quantity | UnitAmount | AccountCode | TaxType | LineAmount | TaxAmount | Currency | Type | Status
Ana Lopez | ana.lopez@example.com | INV-1 | 05/01/2025 | 04/02/2025 | 180.00 | MUG-B | Mug | 10 | 10.00 | 200 | 20% (VAT on Income) | 100.00 | 20.00 | GBP | Sales invoice | Paid
Ana Lopez | ana.lopez@example.com | INV-1 | 05/01/2025 | 04/02/2025 | 180.00 | FIL-9 | Filter | 5 | 10.00 | 200 | 20% (VAT on Income) | 50.00 | 10.00 | GBP | Sales invoice | Paid
Luis Garcia Ltd | luis@example.com | INV-2 | 14/01/2025 | 13/02/2025 | 96.00 | TEA-1 | Tea | 8 | 10.00 | 200 | 20% (VAT on Income) | 80.00 | 16.00 | GBP | Sales invoice | Awaiting Payment
Ana Lopez | ana.lopez@example.com | INV-3 | 20/01/2025 | 19/02/2025 | 84.00 | TEA-1 | Tea | 7 | 10.00 | 200 | 20% (VAT on Income) | 70.00 | 14.00 | GBP | Sales invoice | Draft
Luis Garcia Ltd | luis@example.com | INV-4 | 22/01/2025 | 21/02/2025 | 84.00 | TEA-1 | Tea | 7 | 10.00 | 200 | 20% (VAT on Income) | 70.00 | 14.00 | GBP | Sales invoice | Voided
Ana Lopez | ana.lopez@example.com | INV-5 | 25/02/2025 | 27/03/2025 | 36.00 | TEA-1 | Tea | 3 | 10.00 | 200 | 20% (VAT on Income) | 30.00 | 6.00 | GBP | Sales invoice | Paid
Ana Lopez | ana.lopez@example.com | CN-1 | 28/01/2025 | 27/02/2025 | -60.00 | FIL-9 | Filter | 5 | -10.00 | 200 | 20% (VAT on Income) | -50.00 | -10.00 | GBP | Sales credit note | Paid
Paper Mill Ltd | mill@example.com | B-77 | 30/01/2025 | 28/02/2025 | 600.00 | | Boxes | 1 | 500.00 | 300 | 20% (VAT on Expenses) | 500.00 | 100.00 | GBP | Bill | Paid
`,
    empty:
      'POAddressLine1|POAddressLine2|POCity|PORegion|POPostalCode|POCountry|Reference|Discount|TrackingName1|TrackingOption1|BrandingTheme',
    right: { orders: 3, customers: 2, sales: 260, refunds: 50 },
  },
  {
    id: 'datev-bookings',
    seen: 'https://github.com/ledermann/datev, and the header line in ten other public programs',
    delimiter: ';',
    above: [
      '"EXTF";700;21;"Buchungsstapel";13;20240402000000000;;"RE";"";"";29098;55003;20240101;4;20240301;20240331;"Rechnungen"',
    ],
    table: `
Umsatz (ohne Soll/Haben-Kz) | Soll/Haben-Kennzeichen | WKZ Umsatz | Konto | Gegenkonto (ohne BU-Schlüssel) | BU-Schlüssel | Belegdatum | Belegfeld 1 | Buchungstext
119,00 | S | EUR | 10001 | 8400 | | 0203 | RE-1001 | Lopez
119,00 | S | EUR | 1200 | 10001 | | 0903 | RE-1001 | Zahlung Lopez
59,50 | S | EUR | 10002 | 8400 | | 1503 | RE-1002 | Garcia
`,
    empty: 'Kurs|Basisumsatz|WKZ Basisumsatz|Belegfeld 2|Skonto|Postensperre',
    right: 'refused',
  },
  {
    id: 'prestashop-orders',
    seen: 'https://github.com/PrestaShop/PrestaShop/blob/develop/src/Core/Grid/Definition/Factory/OrderGridDefinitionFactory.php',
    delimiter: ';',
    table: `
ID | Reference | New client | Delivery | Customer | Total | Payment | Status | Date
1 | XKBKNABJK | Yes | France | J. DOE | €45.60 | Bank transfer | Payment accepted | 2024-03-02 09:12:44
2 | OHSATSERP | Yes | Italy | M. ROSSI | €120.00 | PayPal | Shipped | 2024-03-05 19:02:10
3 | UOYEVOLI0 | No | Italy | M. ROSSI | €19.90 | PayPal | Canceled | 2024-03-06 08:00:00
4 | FFATNOMMJ | No | France | J. DOE | €30.00 | Payments by check | Delivered | 2024-03-20 13:30:05
5 | KHWLILZLL | Yes | Spain | A. RUIZ | €25.00 | PayPal | Refunded | 2024-03-21 10:00:00
6 | WDJFTXQNO | No | Spain | A. RUIZ | €25.00 | PayPal | Payment error | 2024-03-22 10:00:00
7 | QWTRPOIUY | No | Spain | A. RUIZ | €25.00 | Bank transfer | Awaiting bank wire payment | 2024-03-23 10:00:00
`,
    right: { orders: 3, customers: 2, sales: 195.6, refunds: 0 },
  },
  {
    id: 'ebay-orders-german',
    seen: 'the column lists of three public programs and a header in the test of a fourth',
    delimiter: ';',
    // The second order has a row with its sums and two with its articles.
    table: `
Verkaufsprotokollnummer | Bestellnummer | Nutzername des Käufers | Name des Käufers | Artikelnummer | Angebotstitel | Bestandseinheit | Anzahl | Verkauft für | Verpackung und Versand | Inklusive MwSt.-Satz | Gesamtbetrag | Verkauft am | Zahlungsdatum
5001 | 22-15001-50000 | ana_lopez77 | Ana Lopez | 2563100000 | Becher | MUG-B | 1 | 12,90 € | 4,90 € | -- | 17,80 € | 05-Jan-25 | 05-Jan-25
5002 | 22-15002-50001 | luis.g | Luis Garcia | | | | 3 | 47,80 € | 4,90 € | -- | 52,70 € | 10-Dez-25 | 10-Dez-25
5003 | 22-15002-50001 | luis.g | Luis Garcia | 2563100001 | Becher groß | MUG-G | 2 | 43,00 € | | | | 10-Dez-25 |
5004 | 22-15002-50001 | luis.g | Luis Garcia | 2563100002 | Filter | FIL-9 | 1 | 4,80 € | | | | 10-Dez-25 |
5005 | 22-15003-50002 | ana_lopez77 | Ana Lopez | 2563100003 | Tee | TEA-1 | 2 | 20,00 € | 0,00 € | -- | 20,00 € | 20-Dez-25 | 20-Dez-25
`,
    empty: 'E-Mail des Käufers|Verkauft über Anzeigen|Verschickt am - Datum|Land des Käufers',
    right: { orders: 3, customers: 2, sales: 80.7, refunds: 0 },
  },
  amazon(
    'amazon-transactions-french',
    "date/heure | numéro de versement | type | numéro de la commande | sku | description | quantité | ventes de produits | Taxes sur la vente des produits | crédits d'expédition | Rabais promotionnels | frais de vente | total",
    { order: 'Commande', refund: 'Remboursement', fee: 'Frais de service', transfer: 'Transfert' },
    [
      '5 janv. 2025 14:59:00 UTC',
      '10 févr. 2025 17:08:00 UTC',
      '16 mars 2025 15:23:00 UTC',
      '2 avr. 2025 10:00:00 UTC',
    ],
  ),
  amazon(
    'amazon-transactions-german',
    'Datum/Uhrzeit | Abrechnungsnummer | Typ | Bestellnummer | SKU | Beschreibung | Menge | Umsätze | Produktumsatzsteuer | Gutschrift für Versandkosten | Rabatte aus Werbeaktionen | Verkaufsgebühren | Gesamt',
    { order: 'Bestellung', refund: 'Erstattung', fee: 'Servicegebühr', transfer: 'Übertrag' },
    [
      '05.01.2025 14:59:00 UTC',
      '10.02.2025 17:08:00 UTC',
      '16.03.2025 15:23:00 UTC',
      '02.04.2025 10:00:00 UTC',
    ],
  ),
  amazon(
    'amazon-transactions-spanish',
    'fecha y hora | identificador de pago | tipo | número de pedido | sku | descripción | cantidad | ventas de productos | impuesto de ventas de productos | abonos de envío | devoluciones promocionales | tarifas de venta | total',
    { order: 'Pedido', refund: 'Reembolso', fee: 'Tarifa de prestación de servicio', transfer: 'Transferir' },
    [
      '5 ene 2025 14:59:00 UTC',
      '10 feb 2025 17:08:00 UTC',
      '16 mar 2025 15:23:00 UTC',
      '2 abr 2025 10:00:00 UTC',
    ],
  ),
  amazon(
    'amazon-transactions-italian',
    'Data/Ora: | Numero pagamento | Tipo | Numero ordine | SKU | Descrizione | Quantità | Vendite | imposta sulle vendite dei prodotti | Accrediti per le spedizioni | Sconti promozionali | Commissioni di vendita | totale',
    { order: 'Ordine', refund: 'Rimborso', fee: 'Commissione di servizio', transfer: 'Trasferimento' },
    [
      '5 gen 2025 14:59:00 UTC',
      '10 feb 2025 17:08:00 UTC',
      '16 mar 2025 15:23:00 UTC',
      '2 apr 2025 10:00:00 UTC',
    ],
  ),
  {
    id: 'paypal-spanish',
    seen: 'memory (the English, German and French lists were seen)',
    table: `
Fecha | Hora | Zona horaria | Nombre | Tipo | Estado | Divisa | Bruto | Comisión | Neto | Correo electrónico del remitente | Correo electrónico del destinatario | Id. de transacción | Id. de transacción de referencia
02/03/2024 | 09:12:44 | CET | Ana López | Pago por Pago exprés | Completado | EUR | 100,00 | -3,25 | 96,75 | ana@example.es | shop@example.es | 1AA11111AA |
15/03/2024 | 19:02:10 | CET | Luis García | Pago por Pago exprés | Completado | EUR | 50,00 | -1,80 | 48,20 | luis@example.es | shop@example.es | 2BB22222BB |
18/03/2024 | 08:00:00 | CET | Ana López | Reembolso de pago | Completado | EUR | -20,00 | 0,60 | -19,40 | shop@example.es | ana@example.es | 3CC33333CC | 1AA11111AA
20/03/2024 | 10:00:00 | CET | | Transferencia al banco | Completado | EUR | -120,00 | 0,00 | -120,00 | shop@example.es | | 4DD44444DD |
21/03/2024 | 10:00:00 | CET | Eva Ruiz | Pago por Pago exprés | Pendiente | EUR | 30,00 | 0,00 | 30,00 | eva@example.es | shop@example.es | 5EE55555EE |
`,
    empty: 'Título del artículo|Importe de envío y manipulación|Impuesto de ventas|Cantidad|País',
    right: { orders: 2, customers: 2, sales: 150, refunds: 20 },
  },
];
