import type { Example } from './example';

/** Programs sold everywhere, most of them in English. */
export const EVERYWHERE: Example[] = [
  {
    id: 'bigcommerce-orders',
    seen: 'the whole header in a public program that writes it, and a second one with most of it',
    // 101: 55.00 − 5.00 shipping, of which 10.00 were paid by a gift certificate; 102: 22.00 back with 10 % tax; 106 as a whole.
    table: `
Order ID | Customer ID | Customer Name | Customer Email | Order Date | Order Status | Subtotal (inc tax) | Subtotal (ex tax) | Tax Total | Shipping Cost (ex tax) | Handling Cost (ex tax) | Store Credit Redeemed | Gift Certificate Amount Redeemed | Coupon Details | Order Total (inc tax) | Order Total (ex tax) | Total Quantity | Order Currency Code | Refund Amount
101 | 11 | Ana Lopez | ana@example.com | 24/12/2023 | Completed | 55.00 | 50.00 | 5.00 | 5.00 | 0.00 | 0.00 | 10.00 | | 60.00 | 55.00 | 2 | USD | 0.00
102 | 0 | Luis Garcia | luis@example.com | 28/12/2023 | Partially Refunded | 121.00 | 110.00 | 10.00 | 0.00 | 0.00 | 0.00 | 0.00 | LESS10 | 110.00 | 100.00 | 4 | USD | 22.00
103 | 0 | Luis Garcia | luis@example.com | 02/01/2024 | Cancelled | 44.00 | 40.00 | 4.00 | 0.00 | 0.00 | 0.00 | 0.00 | | 44.00 | 40.00 | 1 | USD | 0.00
104 | 11 | Ana Lopez | ana@example.com | 15/01/2024 | Awaiting Fulfillment | 44.00 | 40.00 | 4.00 | 0.00 | 0.00 | 0.00 | 0.00 | | 44.00 | 40.00 | 1 | USD | 0.00
105 | 12 | Eva Ruiz | eva@example.com | 16/01/2024 | Incomplete | 44.00 | 40.00 | 4.00 | 0.00 | 0.00 | 0.00 | 0.00 | | 44.00 | 40.00 | 1 | USD | 0.00
106 | 12 | Eva Ruiz | eva@example.com | 17/01/2024 | Refunded | 44.00 | 40.00 | 4.00 | 0.00 | 0.00 | 0.00 | 0.00 | | 44.00 | 40.00 | 1 | USD | 44.00
`,
    empty:
      'Customer Phone|Ship Method|Gift Certificate Code|Payment Method|Date Shipped|Exchange Rate|Order Notes|Billing Country|Billing Phone|Billing Email|Shipping Country|Product Details|Channel ID|Channel Name|Fee Details',
    right: { orders: 3, customers: 2, sales: 190, refunds: 20 },
  },
  {
    id: 'wix-orders',
    seen: 'memory of the help page that lists the columns',
    // 5001: 37.30 − 2.40 tax − 4.90 shipping, a coupon taken off; 5002: 5.40 back with 8 % tax.
    table: `
Order number | Date created | Time | Contact email | Item | SKU | Qty | Quantity refunded | Price | Billing name | Payment status | Coupon code | Gift card amount | Shipping rate | Total tax | Total | Currency | Refunded amount | Net amount | Additional fees | Fulfillment status
5001 | Jan 5, 2025 | 2:59:00 PM | ana@example.com | Mug | MUG-B | 2 | 0 | 12.50 | Ana Lopez | Paid | LESS5 | 10.00 | 4.90 | 2.40 | 37.30 | USD | 0 | 37.30 | 0 | Fulfilled
5001 | | | | Tea | TEA-1 | 1 | 0 | 10.00 | | | | | | | | | | | |
5002 | Jan 14, 2025 | 9:10:00 AM | luis@example.com | Mug | MUG-B | 2 | 0 | 10.00 | Luis Garcia | Partially refunded | | | 0 | 1.60 | 21.60 | USD | 5.40 | 16.20 | 0 | Fulfilled
5003 | Jan 20, 2025 | 9:10:00 AM | luis@example.com | Tea | TEA-1 | 1 | 0 | 10.00 | Luis Garcia | Unpaid | | | 0 | 0.80 | 10.80 | USD | 0 | 10.80 | 0 | Canceled
5004 | Feb 2, 2025 | 5:00:00 PM | ana@example.com | Filter | FIL-9 | 1 | 0 | 12.90 | Ana Lopez | Paid | | | 0 | 1.03 | 13.93 | USD | 0 | 13.93 | 0 | Not fulfilled
`,
    empty:
      'Fulfill by|Note from customer|Variant|Weight|Custom text|Delivery method|Recipient name|Recipient phone|Delivery country|Billing phone|Billing country|Payment method|Tracking number',
    right: { orders: 3, customers: 2, sales: 62.9, refunds: 5 },
  },
  {
    id: 'faire-orders',
    seen: 'memory',
    table: `
Order Date | Order Number | Purchase Order Number | Retailer Name | Product Name | Option Name | SKU | Status | Quantity | Wholesale Price | Retail Price
2024-03-02 | AB12CD34EF | | Corner Shop | Candle | Fig | CAN-F | Delivered | 6 | $12.00 | $24.00
2024-03-02 | AB12CD34EF | | Corner Shop | Soap | Rose | SOA-R | Delivered | 10 | $8.00 | $16.00
2024-03-05 | GH56JK78LM | PO-9 | The Loft | Vase | Blue | VAS-B | Shipped | 4 | $15.00 | $30.00
2024-03-06 | NP90QR12ST | | The Loft | Vase | Blue | VAS-B | Canceled | 4 | $15.00 | $30.00
2024-03-20 | UV34WX56YZ | | Corner Shop | Candle | Oak | CAN-O | Processing | 2 | $12.00 | $24.00
`,
    empty: 'Address 1|Address 2|City|State|Zip Code|Country|GTIN|Ship Date|Scheduled Order Date|Notes',
    right: { orders: 3, customers: 2, sales: 236, refunds: 0 },
  },
  {
    id: 'zoho-invoices',
    seen: 'the header and rows in the tests of three public importers, one row an article',
    table: `
Invoice Date | Invoice ID | Invoice Number | Invoice Status | Customer ID | Customer Name | Currency Code | Item Name | SKU | Quantity | Item Price | Item Total | Item Tax Amount | Shipping Charge | Adjustment | SubTotal | Total | Balance
2025-06-02 | 9001 | INV-0001 | Closed | 4271 | Umbrella Retail | INR | Steel bracket | SB-01 | 2 | 250 | 500 | 90 | 50 | 0 | 660 | 819.20 | 0
2025-06-02 | 9001 | INV-0001 | Closed | 4271 | Umbrella Retail | INR | Hinge | HG-02 | 4 | 40 | 160 | 19.20 | 50 | 0 | 660 | 819.20 | 0
2025-06-09 | 9002 | INV-0002 | Overdue | 4272 | Krishna Stores | INR | Hinge | HG-02 | 6 | 50 | 300 | 36 | 0 | 0 | 300 | 336 | 336
2025-06-10 | 9003 | INV-0003 | Draft | 4272 | Krishna Stores | INR | Hinge | HG-02 | 6 | 50 | 300 | 36 | 0 | 0 | 300 | 336 | 336
2025-06-11 | 9004 | INV-0004 | Void | 4272 | Krishna Stores | INR | Hinge | HG-02 | 6 | 50 | 300 | 36 | 0 | 0 | 300 | 336 | 0
2025-07-01 | 9005 | INV-0005 | Sent | 4271 | Umbrella Retail | INR | Hinge | HG-02 | 3 | 40 | 120 | 14.40 | 0 | 0 | 120 | 134.40 | 134.40
`,
    empty:
      'Due Date|PurchaseOrder|Exchange Rate|Discount Type|Entity Discount Amount|Item Desc|Discount|Discount Amount|Billing City|Billing Country',
    right: { orders: 3, customers: 2, sales: 1080, refunds: 0 },
  },
  {
    id: 'odoo-sales',
    seen: 'https://github.com/odoo/odoo/blob/master/addons/sale/models/sale_order.py (the labels of its fields and states)',
    table: `
Order Reference | Order Date | Customer | Salesperson | Company | Untaxed Amount | Taxes | Total | Status
S00001 | 2024-03-02 09:12:44 | Azure Interior | Mitchell Admin | My Company | 1250.00 | 187.50 | 1437.50 | Sales Order
S00002 | 2024-03-04 10:00:00 | Azure Interior | Mitchell Admin | My Company | 500.00 | 75.00 | 575.00 | Quotation
S00003 | 2024-03-05 10:00:00 | Deco Addict | Marc Demo | My Company | 500.00 | 75.00 | 575.00 | Cancelled
S00004 | 2024-03-15 19:02:10 | Deco Addict | Marc Demo | My Company | 800.00 | 120.00 | 920.00 | Sales Order
S00005 | 2024-03-20 13:30:05 | Azure Interior | Mitchell Admin | My Company | 99.50 | 14.93 | 114.43 | Locked
S00006 | 2024-03-21 13:30:05 | Deco Addict | Marc Demo | My Company | 99.50 | 14.93 | 114.43 | Quotation Sent
`,
    empty: 'Activities|Invoice Status',
    right: { orders: 3, customers: 2, sales: 2149.5, refunds: 0 },
  },
  {
    id: 'odoo-pos',
    seen: 'https://github.com/odoo/odoo/blob/master/addons/point_of_sale/views/pos_order_view.xml (the fields of the form; their labels in public copies of the model)',
    // A return is an order of its own; the first one is nobody's.
    table: `
Order Ref | Session | Date | Receipt Number | Customer | Cashier | Taxes | Total | Status
Shop/0001 | POS/00001 | 2024-03-02 09:12:44 | Order 00001-001-0001 | | Ida | 1.10 | 12.10 | Posted
Shop/0002 | POS/00001 | 2024-03-02 10:00:00 | Order 00001-001-0002 | Maria Silva | Ida | 2.20 | 24.20 | Posted
Shop/0003 REFUND | POS/00002 | 2024-03-05 10:00:00 | Order 00002-001-0001 | Maria Silva | Ida | -1.10 | -12.10 | Posted
Shop/0004 | POS/00002 | 2024-03-05 19:02:10 | Order 00002-001-0002 | Jan Novak | Ida | 3.30 | 36.30 | Paid
Shop/0005 | POS/00002 | 2024-03-05 20:00:00 | Order 00002-001-0003 | Jan Novak | Ida | 1.00 | 11.00 | New
`,
    right: { orders: 3, customers: 2, sales: 66, refunds: 11 },
  },
  {
    id: 'erpnext-sales-register',
    seen: 'memory (the item-wise report beside it was read)',
    table: `
Invoice | Posting Date | Customer | Customer Name | Customer Group | Territory | Receivable Account | Mode Of Payment | Net Total | Tax Total | Grand Total | Rounded Total | Outstanding Amount
SINV-0001 | 2024-03-02 | C-1 | Grant Plastics | Commercial | India | Debtors | Cash | 1000.00 | 180.00 | 1180.00 | 1180.00 | 0
SINV-0002 | 2024-03-05 | C-2 | West View | Commercial | India | Debtors | | 500.00 | 90.00 | 590.00 | 590.00 | 590.00
SINV-0003 | 2024-03-09 | C-1 | Grant Plastics | Commercial | India | Debtors | | -200.00 | -36.00 | -236.00 | -236.00 | 0
SINV-0004 | 2024-03-20 | C-1 | Grant Plastics | Commercial | India | Debtors | Cash | 300.00 | 54.00 | 354.00 | 354.00 | 0
Total | | | | | | | | 1600.00 | 288.00 | 1888.00 | 1888.00 | 590.00
`,
    empty: 'Tax Id|Project|Owner|Remarks|Sales Order|Delivery Note|Cost Center|Warehouse',
    right: { orders: 3, customers: 2, sales: 1800, refunds: 200 },
  },
  {
    id: 'erpnext-items',
    seen: 'https://github.com/frappe/erpnext/blob/develop/erpnext/accounts/report/item_wise_sales_register/item_wise_sales_register.py',
    table: `
Item Code | Item Name | Item Group | Description | Invoice | Posting Date | Customer Group | Customer | Customer Name | Receivable Account | Stock Qty | Rate | Amount | Total Tax | Total
P-1 | Bracket | Parts | Bracket | SINV-0001 | 2024-03-02 | Commercial | C-1 | Grant Plastics | Debtors | 4 | 200.00 | 800.00 | 144.00 | 944.00
P-2 | Hinge | Parts | Hinge | SINV-0001 | 2024-03-02 | Commercial | C-1 | Grant Plastics | Debtors | 2 | 100.00 | 200.00 | 36.00 | 236.00
P-1 | Bracket | Parts | Bracket | SINV-0002 | 2024-03-05 | Commercial | C-2 | West View | Debtors | 2 | 250.00 | 500.00 | 90.00 | 590.00
P-2 | Hinge | Parts | Hinge | SINV-0003 | 2024-03-09 | Commercial | C-1 | Grant Plastics | Debtors | -2 | 100.00 | -200.00 | -36.00 | -236.00
P-2 | Hinge | Parts | Hinge | SINV-0004 | 2024-03-20 | Commercial | C-1 | Grant Plastics | Debtors | 3 | 100.00 | 300.00 | 54.00 | 354.00
`,
    empty:
      'Mode Of Payment|Territory|Project|Company|Sales Order|Delivery Note|Income Account|Cost Center|Stock UOM',
    right: { orders: 3, customers: 2, sales: 1800, refunds: 200 },
  },
  {
    id: 'stripe-invoices',
    seen: 'memory (the payments and the balance of Stripe were seen)',
    table: `
id | Amount Due | Currency | Customer | Customer Email | Date (UTC) | Number | Subtotal | Total Discount Amount | Applied Coupons | Tax | Total | Amount Paid | Status
in_1 | 107.10 | eur | cus_A | ana@example.com | 2024-03-02 09:12 | 1001 | 100.00 | 10.00 | LESS10 | 17.10 | 107.10 | 107.10 | paid
in_2 | 59.50 | eur | cus_B | luis@example.com | 2024-03-05 19:02 | 1002 | 50.00 | 0.00 | | 9.50 | 59.50 | 0.00 | open
in_3 | 59.50 | eur | cus_B | luis@example.com | 2024-03-06 08:00 | 1003 | 50.00 | 0.00 | | 9.50 | 59.50 | 0.00 | void
in_4 | 59.50 | eur | cus_C | eva@example.com | 2024-03-07 08:00 | | 50.00 | 0.00 | | 9.50 | 59.50 | 0.00 | draft
in_5 | 119.00 | eur | cus_A | ana@example.com | 2024-04-02 09:12 | 1004 | 100.00 | 0.00 | | 19.00 | 119.00 | 119.00 | paid
in_6 | 59.50 | eur | cus_C | eva@example.com | 2024-04-03 08:00 | 1005 | 50.00 | 0.00 | | 9.50 | 59.50 | 0.00 | uncollectible
`,
    empty: 'Billing|Closed|Due Date (UTC)|Paid|Subscription|Tax Percent',
    right: { orders: 3, customers: 2, sales: 240, refunds: 0 },
  },
  {
    id: 'quickbooks-desktop',
    seen: 'memory (the report of QuickBooks Online was seen)',
    table: `
Section | Type | Date | Num | Memo | Name | Item | Qty | Sales Price | Amount | Balance
Ana Lopez | | | | | | | | | |
 | Invoice | 03/02/2024 | 1001 | Mugs | Ana Lopez | Mug | 10 | 10.00 | 100.00 | 100.00
 | Invoice | 03/02/2024 | 1001 | Tea | Ana Lopez | Tea | 5 | 10.00 | 50.00 | 150.00
 | Credit Memo | 03/14/2024 | 1003 | Tea | Ana Lopez | Tea | -1 | 10.00 | -10.00 | 140.00
 | Sales Receipt | 04/15/2024 | 1005 | Tea | Ana Lopez | Tea | 3 | 10.00 | 30.00 | 170.00
Total Ana Lopez | | | | | | | 17 | | 170.00 | 170.00
Luis Garcia | | | | | | | | | |
 | Invoice | 03/20/2024 | 1002 | Mugs | Luis Garcia | Mug | 8 | 10.00 | 80.00 | 80.00
Total Luis Garcia | | | | | | | 8 | | 80.00 | 80.00
TOTAL | | | | | | | 25 | | 250.00 | 250.00
`,
    right: { orders: 3, customers: 2, sales: 260, refunds: 10 },
  },
  {
    id: 'acuity-appointments',
    seen: 'a public program that reads the file, by its column names',
    table: `
Start Time | End Time | First Name | Last Name | Phone | Email | Type | Calendar | Appointment Price | Paid? | Amount Paid Online | Certificate Code | Canceled | Appointment ID
March 2, 2024 9:00 am | March 2, 2024 10:00 am | Ana | Lopez | 5551234010 | ana@example.com | Cut | Ida | 60.00 | yes | 60.00 | | false | 9001
March 5, 2024 2:30 pm | March 5, 2024 3:30 pm | Luis | Garcia | 5559876020 | luis@example.com | Colour | Ida | 120.00 | no | 0.00 | | false | 9002
March 6, 2024 2:30 pm | March 6, 2024 3:30 pm | Luis | Garcia | 5559876020 | luis@example.com | Cut | Ida | 60.00 | no | 0.00 | | true | 9003
April 2, 2024 9:00 am | April 2, 2024 10:00 am | Ana | Lopez | 5551234010 | ana@example.com | Cut | Tom | 60.00 | yes | 0.00 | PACK5 | false | 9004
`,
    empty: 'Notes|Date Scheduled|Label|Scheduled By',
    right: { orders: 3, customers: 2, sales: 240, refunds: 0 },
  },
  {
    id: 'bandcamp-sales',
    seen: 'memory, and a part of the header in the test of a public program',
    // 10.00 + 2.00 that a fan gave on top; the payout is no sale.
    table: `
date | paid to | item type | item name | artist | currency | item price | quantity | sub total | additional fan contribution | shipping | transaction fee | item total | net amount | buyer name | buyer email | bandcamp transaction id
3/2/24 1:02am | label@example.com | album | First | The Band | USD | 10.00 | 1 | 10.00 | 2.00 | 0.00 | 0.60 | 12.00 | 9.60 | Ana Lopez | ana@example.com | 881001
3/15/24 5:40pm | label@example.com | package | Shirt | The Band | USD | 20.00 | 2 | 40.00 | 0.00 | 5.00 | 1.60 | 45.00 | 38.00 | Luis Garcia | luis@example.com | 881002
3/20/24 9:00am | | payout | | | USD | | | | | | | | -47.60 | | | 881003
4/2/24 9:10am | label@example.com | track | Song | The Band | USD | 1.50 | 1 | 1.50 | 0.00 | 0.00 | 0.30 | 1.50 | 1.00 | Ana Lopez | ana@example.com | 881004
`,
    empty:
      'discount code|seller tax|marketplace tax|package|option|item url|catalog number|upc|isrc|buyer phone|buyer note|country|sku',
    right: { orders: 3, customers: 2, sales: 53.5, refunds: 0 },
  },
  {
    id: 'etsy-payments',
    seen: 'a header and a row in the test of a public importer',
    // P-3: 12.00 back with 20 % VAT.
    table: `
Payment ID | Buyer Username | Buyer Name | Order ID | Gross Amount | Fees | Net Amount | Listing Amount | Listing Currency | Currency | VAT Amount | Status | Order Date | Refund Amount
P-1 | ana77 | Ana Lopez | 300001 | 36.00 | 1.72 | 34.28 | 36.00 | EUR | EUR | 6.00 | SETTLED | 03/02/2024 | 0
P-2 | luisg | Luis Garcia | 300002 | 24.00 | 1.20 | 22.80 | 24.00 | EUR | EUR | 4.00 | SETTLED | 03/15/2024 | 0
P-3 | ana77 | Ana Lopez | 300003 | 60.00 | 2.72 | 57.28 | 60.00 | EUR | EUR | 10.00 | SETTLED | 04/02/2024 | 12.00
`,
    empty:
      'Posted Gross|Posted Fees|Posted Net|Adjusted Gross|Adjusted Fees|Adjusted Net|Exchange Rate|Buyer|Order Type|Payment Type',
    right: { orders: 3, customers: 2, sales: 100, refunds: 10 },
  },
  {
    id: 'amazon-settlement',
    seen: 'memory',
    delimiter: '\t',
    table: `
settlement-id | settlement-start-date | settlement-end-date | deposit-date | total-amount | currency | transaction-type | order-id | marketplace-name | amount-type | amount-description | amount | posted-date | sku | quantity-purchased
18273645 | 2024-03-01 | 2024-03-14 | 2024-03-16 | 118.20 | EUR | | | | | | | | |
18273645 | | | | | | Order | 401-1 | Amazon.de | ItemPrice | Principal | 12.90 | 2024-03-02 | MUG-B | 1
18273645 | | | | | | Order | 401-1 | Amazon.de | ItemFees | Commission | -1.94 | 2024-03-02 | MUG-B | 1
`,
    right: 'refused',
  },
];
