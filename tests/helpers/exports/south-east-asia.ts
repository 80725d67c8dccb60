import type { Example } from './example';

/** Vouchers that the platform pays are payments, those of the seller discounts; fees are neither. */
export const SOUTH_EAST_ASIA: Example[] = [
  {
    id: 'shopee-english',
    seen: 'an importer of Shopee, Lazada and TikTok exports (“verified against real exports”) and one of a record of second-hand trade, by their header names in public code',
    // 250301A: 24.00 + 8.50 − 3.00 of the seller; 250304D: 30.00, one of three pieces back; 250305E came back as a whole.
    table: `
Order ID | Order Status | Order Creation Date | Product Name | SKU Reference No. | Deal Price | Quantity | Returned quantity | Seller Voucher | Shopee Voucher | Shopee Coins Offset | Buyer Paid Shipping Fee | Commission Fee | Grand Total | Username (Buyer)
250301A | Completed | 2025-03-01 09:12 | Serum | SER-1 | 12.00 | 2 | 0 | 3.00 | 5.00 | 0.50 | 1.99 | 1.30 | 25.99 | rhea_28
250301A | Completed | 2025-03-01 09:12 | Soap | SOA-1 | 8.50 | 1 | 0 | 3.00 | 5.00 | 0.50 | 1.99 | 1.30 | 25.99 | rhea_28
250302B | Shipping | 2025-03-02 18:40 | Towel | TOW-1 | 15.00 | 1 | 0 | 0.00 | 2.00 | 0.00 | 0.00 | 0.65 | 13.00 | marlon.c
250303C | Cancelled | 2025-03-03 11:05 | Basket | BAS-1 | 20.00 | 1 | 0 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 20.00 | marlon.c
250304D | Completed | 2025-03-04 07:55 | Candle | CAN-1 | 10.00 | 3 | 1 | 0.00 | 0.00 | 0.00 | 1.99 | 1.60 | 31.99 | rhea_28
250305E | Completed | 2025-03-05 20:20 | Mask | MAS-1 | 9.90 | 1 | 1 | 0.00 | 0.00 | 0.00 | 0.00 | 0.50 | 9.90 | tess_dv
250306F | Unpaid | 2025-03-06 10:00 | Soap | SOA-1 | 8.50 | 1 | 0 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 8.50 | tess_dv
250307G | Completed | 2025-03-07 12:30 | Lamp | LAM-1 | 22.40 | 1 | 0 | 0.00 | 0.00 | 2.40 | 0.00 | 1.00 | 20.00 | jun.p
`,
    empty:
      'Cancel reason|Return / Refund Status|Tracking Number*|Shipping Option|Variation Name|Receiver Name|Phone Number',
    right: { orders: 4, customers: 3, sales: 96.9, refunds: 10 },
  },
  {
    id: 'shopee-thailand',
    seen: 'importers and a test of one for Shopee in Thailand, by their header names in public code',
    // 250301A: 199 + 2 × 99 − 20 of the seller.
    table: `
หมายเลขคำสั่งซื้อ | สถานะการสั่งซื้อ | วันที่ทำการสั่งซื้อ | ชื่อสินค้า | ราคาขาย | จำนวน | ราคาขายสุทธิ | โค้ดส่วนลดชำระโดยผู้ขาย | โค้ดส่วนลดชำระโดย Shopee | Shopee Coins | ค่าจัดส่งที่ชำระโดยผู้ซื้อ | จำนวนเงินทั้งหมด | ชื่อผู้ใช้ (ผู้ซื้อ)
250301TH1 | สำเร็จแล้ว | 2025-03-01 09:12 | สบู่ | 199.00 | 1 | 199.00 | 20.00 | 30.00 | 0.00 | 38.00 | 385.00 | nok_bkk
250301TH1 | สำเร็จแล้ว | 2025-03-01 09:12 | แชมพู | 99.00 | 2 | 198.00 | 20.00 | 30.00 | 0.00 | 38.00 | 385.00 | nok_bkk
250302TH2 | การจัดส่ง | 2025-03-02 18:40 | โคมไฟ | 450.00 | 1 | 450.00 | 0.00 | 0.00 | 10.00 | 0.00 | 440.00 | somchai9
250303TH3 | ยกเลิกแล้ว | 2025-03-03 11:05 | โคมไฟ | 450.00 | 1 | 450.00 | 0.00 | 0.00 | 0.00 | 0.00 | 450.00 | somchai9
250304TH4 | ที่ต้องจัดส่ง | 2025-03-04 07:55 | กระเป๋า | 250.00 | 1 | 250.00 | 0.00 | 0.00 | 0.00 | 30.00 | 280.00 | nok_bkk
250305TH5 | ยังไม่ชำระ | 2025-03-05 07:55 | กระเป๋า | 250.00 | 1 | 250.00 | 0.00 | 0.00 | 0.00 | 30.00 | 280.00 | ploy_c
`,
    empty: 'เลขอ้างอิง SKU (SKU Reference No.)|ชื่อตัวเลือก|ชื่อผู้รับ|หมายเลขโทรศัพท์|ค่าคอมมิชชั่น',
    right: { orders: 3, customers: 2, sales: 1077, refunds: 0 },
  },
  {
    id: 'shopee-taiwan',
    seen: 'the column list of an ETL for Shopee Taiwan orders and three importers, by their header names in public code',
    // 250301TWA: 590 − 50 of the shop; 250305TWE: 780 − 30, one of three back.
    table: `
訂單編號 | 訂單狀態 | 買家帳號 | 訂單成立日期 | 商品總價 | 買家支付運費 | 買家總支付金額 | 蝦幣折抵 | 賣場優惠券 | 優惠券 | 成交手續費 | 商品名稱 | 商品活動價格 | 數量 | 退貨數量
250301TWA | 完成 | ming88 | 2025-03-01 09:12 | 590 | 60 | 580 | 20 | 50 | 0 | 32 | 茶杯 | 350 | 1 | 0
250301TWA | 完成 | ming88 | 2025-03-01 09:12 | 590 | 60 | 580 | 20 | 50 | 0 | 32 | 茶匙 | 120 | 2 | 0
250302TWB | 運送中 | hsu_y | 2025-03-02 18:40 | 800 | 0 | 700 | 0 | 0 | 100 | 44 | 茶壺 | 800 | 1 | 0
250303TWC | 不成立 | hsu_y | 2025-03-03 11:05 | 300 | 0 | 300 | 0 | 0 | 0 | 0 | 茶盤 | 300 | 1 | 0
250304TWD | 完成 | ming88 | 2025-03-04 07:55 | 450 | 0 | 450 | 0 | 0 | 0 | 24 | 茶巾 | 450 | 1 | 1
250305TWE | 完成 | lin.c | 2025-03-05 20:20 | 780 | 0 | 750 | 0 | 30 | 0 | 41 | 茶葉 | 260 | 3 | 1
250306TWF | 尚未付款 | lin.c | 2025-03-06 20:20 | 120 | 0 | 120 | 0 | 0 | 0 | 0 | 茶匙 | 120 | 1 | 0
`,
    empty: '不成立原因|退貨 / 退款狀態|蝦皮補助運費|商品選項貨號|收件者姓名',
    right: { orders: 3, customers: 3, sales: 2090, refunds: 260 },
  },
  {
    id: 'tokopedia-sales',
    seen: 'two programs that read the sales report (four lines above its header, DD-MM-YYYY), by their column lists in public code',
    above: [
      'Laporan Penjualan Toko Kopi Sari',
      'Periode 01-03-2024 - 31-03-2024',
      'Tanggal unduh 01-04-2024',
      '',
    ],
    // INV/1: 2 × 45,000 + 30,000 − 10,000 of the shop; the last one had one of three pieces fewer.
    table: `
Nomor | Nomor Invoice | Tanggal Pembayaran | Status Terakhir | Tanggal Pesanan Dibatalkan | Nama Produk | Jumlah Produk Dibeli | Harga Jual (IDR) | Total Pengurangan (IDR) | Jumlah Subsidi Tokopedia (IDR) | Nilai Kupon Toko Terpakai (IDR) | Total Biaya Pengiriman (IDR) | Nama Pembeli | No Telp Pembeli
1 | INV/20240302/MPL/101 | 02-03-2024 09:12:44 | Pesanan Selesai | | Kopi Gayo | 2 | 45.000 | 0 | 5.000 | 10.000 | 9.000 | Dewi Lestari | 6281234011201
2 | INV/20240302/MPL/101 | 02-03-2024 09:12:44 | Pesanan Selesai | | Filter V60 | 1 | 30.000 | 0 | 0 | 0 | 0 | Dewi Lestari | 6281234011201
3 | INV/20240315/MPL/102 | 15-03-2024 19:02:10 | Pesanan Dikirim | | Kopi Toraja | 1 | 75.000 | 0 | 0 | 0 | 12.000 | Budi Santoso | 6281355077310
4 | INV/20240318/MPL/103 | 18-03-2024 08:00:00 | Dibatalkan Penjual | 18-03-2024 | Kopi Toraja | 1 | 75.000 | 0 | 0 | 0 | 12.000 | Budi Santoso | 6281355077310
5 | INV/20240325/MPL/104 | 25-03-2024 13:30:05 | Pesanan Selesai | | Kopi Gayo | 3 | 45.000 | 45.000 | 0 | 0 | 9.000 | Dewi Lestari | 6281234011201
`,
    empty:
      'Waktu Pesanan Selesai|Tipe Produk|Nomor SKU|Jumlah Produk Yang Dikurangkan|Harga Awal (IDR)|Kode Kupon Toko Yang Digunakan|Nama Kurir|Kota',
    right: { orders: 3, customers: 2, sales: 320000, refunds: 45000 },
  },
  {
    id: 'moka-transactions',
    seen: 'the whole header, in the test of a public parser',
    // R-1003: 20,000 back; R-1005 came back as a whole; R-1002 is nobody's.
    table: `
Outlet | Date | Time | Gross Sales | Discounts | Refunds | Net Sales | Gratuity | Tax | Total Collected | Receipt Number | Collected By | Customer | Customer Phone | Items | Payment Method | Event Type
Senopati | 2024-03-02 | 09:12:44 | 50000 | -5000 | 0 | 45000 | 0 | 4500 | 49500 | R-1001 | Rina | Dewi | 081234011201 | Latte x 2 | Cash | Payment
Senopati | 2024-03-02 | 10:01:00 | 30000 | 0 | 0 | 30000 | 0 | 3000 | 33000 | R-1002 | Rina | | | Tea | QRIS | Payment
Senopati | 2024-03-03 | 08:45:10 | 80000 | 0 | 0 | 80000 | 0 | 8000 | 88000 | R-1003 | Adi | Budi | 081355077310 | Beans | Card | Payment
Senopati | 2024-03-04 | 08:50:10 | 0 | 0 | -20000 | -20000 | 0 | -2000 | -22000 | R-1003 | Adi | Budi | 081355077310 | Beans | Card | Refund
Senopati | 2024-03-09 | 18:20:00 | 25000 | 0 | 0 | 25000 | 0 | 2500 | 27500 | R-1004 | Rina | Dewi | 081234011201 | Cake | Cash | Payment
Senopati | 2024-03-10 | 11:00:00 | 60000 | 0 | 0 | 60000 | 0 | 6000 | 66000 | R-1005 | Adi | Tono | 081911220033 | Beans | Card | Payment
Senopati | 2024-03-10 | 12:00:00 | 0 | 0 | -60000 | -60000 | 0 | -6000 | -66000 | R-1005 | Adi | Tono | 081911220033 | Beans | Card | Refund
`,
    empty: 'Total Amount|Other Note (Optional)|Served By|Reason of Refund',
    right: { orders: 4, customers: 2, sales: 180000, refunds: 20000 },
  },
  {
    id: 'moka-items',
    seen: 'memory',
    table: `
Outlet | Date | Time | Category | Items | SKU | Quantity | Gross Sales | Discounts | Refunds | Net Sales | Tax | Collected By | Customer | Customer Phone | Payment Method | Event Type | Receipt Number
Senopati | 2024-03-02 | 09:12:44 | Coffee | Latte | LAT | 2 | 50000 | -5000 | 0 | 45000 | 4500 | Rina | Dewi | 081234011201 | Cash | Payment | R-1001
Senopati | 2024-03-02 | 09:12:44 | Food | Cake | CAK | 1 | 25000 | 0 | 0 | 25000 | 2500 | Rina | Dewi | 081234011201 | Cash | Payment | R-1001
Senopati | 2024-03-03 | 08:45:10 | Beans | Gayo | GAY | 1 | 80000 | 0 | 0 | 80000 | 8000 | Adi | Budi | 081355077310 | Card | Payment | R-1003
Senopati | 2024-03-09 | 18:20:00 | Food | Cake | CAK | 1 | 25000 | 0 | 0 | 25000 | 2500 | Rina | | | Cash | Payment | R-1004
Senopati | 2024-03-10 | 09:00:00 | Food | Cake | CAK | -1 | 0 | 0 | -25000 | -25000 | -2500 | Rina | Dewi | 081234011201 | Cash | Refund | R-1001
`,
    empty: 'Brand|Variant|Modifier Applied|Discount Applied|Gratuity|Sales Type|Served By|Reason of Refund',
    right: { orders: 3, customers: 2, sales: 175000, refunds: 25000 },
  },
  {
    id: 'misa-sales-detail',
    seen: 'a program that reads the report, by its list of columns in public code',
    // BH00001: 1,200,000 − 100,000 + 500,000; the return has a document of its own.
    table: `
Ngày hạch toán | Ngày chứng từ | Số chứng từ | Mã khách hàng | Tên khách hàng | Mã hàng | Tên hàng | Tổng số lượng bán | Đơn giá | Doanh số bán | Chiết khấu | Giá trị trả lại | Giá trị giảm giá | Thuế GTGT
02/03/2024 | 02/03/2024 | BH00001 | KH001 | Công ty An Phát | CF1 | Cà phê rang | 12 | 100.000 | 1.200.000 | 100.000 | 0 | 0 | 110.000
02/03/2024 | 02/03/2024 | BH00001 | KH001 | Công ty An Phát | CF2 | Cà phê phin | 5 | 100.000 | 500.000 | 0 | 0 | 0 | 50.000
15/03/2024 | 15/03/2024 | BH00002 | KH002 | Cửa hàng Bình Minh | CF1 | Cà phê rang | 20 | 100.000 | 2.000.000 | 0 | 0 | 0 | 200.000
20/03/2024 | 20/03/2024 | BTL00001 | KH002 | Cửa hàng Bình Minh | CF1 | Cà phê rang | 0 | 100.000 | 0 | 0 | 300.000 | 0 | 0
28/03/2024 | 28/03/2024 | BH00003 | KH001 | Công ty An Phát | CF2 | Cà phê phin | 3 | 100.000 | 300.000 | 0 | 0 | 0 | 30.000
`,
    empty: 'ĐVT|TK Nợ|TK Có|Giá vốn|Số hóa đơn|Ngày hóa đơn',
    right: { orders: 3, customers: 2, sales: 3900000, refunds: 300000 },
  },
  {
    id: 'lazada-transactions',
    seen: 'memory',
    table: `
Transaction Date | Transaction Type | Fee Name | Transaction Number | Seller SKU | Lazada SKU | Amount | Statement | Paid Status | Order No.
02 Mar 2024 | Orders-Sales | Item Price Credit | TX1 | A-1 | 991_VN | 120000 | 26 Feb 2024 - 03 Mar 2024 | paid | 40011
02 Mar 2024 | Orders-Lazada Fees | Commission | TX2 | A-1 | 991_VN | -6000 | 26 Feb 2024 - 03 Mar 2024 | paid | 40011
`,
    right: 'refused',
  },
];
