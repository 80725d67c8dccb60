import type { Language } from './locales';

/** What the columns are called, and the words around the table, as a shop of that language writes them. */
export interface Words {
  order: string[];
  date: string[];
  time: string[];
  customer: string[];
  email: string[];
  product: string[];
  quantity: string[];
  price: string[];
  amount: string[];
  currency: string[];
  total: string[];
  preamble: string[];
  footer: string[];
  goods: string[];
}

const list = (text: string) => text.split('|');

export const WORDS: Record<Language, Words> = {
  en: {
    order: list('Order ID|Order number|Order no.|Invoice No|Receipt number|order_id'),
    date: list('Date|Order date|Invoice Date|Created at|order_date|Sale date'),
    time: list('Time|Order time'),
    customer: list('Customer ID|Customer number|Customer|Client ID|customer_id|Customer code'),
    email: list('Email|E-mail|Customer email|Email address'),
    product: list('Product|Item|Product name|Description'),
    quantity: list('Quantity|Qty|Units'),
    price: list('Unit price|Price|unit_price|Price per unit'),
    amount: list('Amount|Net amount|Sales|Line total|Subtotal|Revenue'),
    currency: list('Currency|Currency code'),
    total: list('Total|Grand total|TOTAL|Total:'),
    preamble: list('Sales report|Harbour Tea Shop Ltd.|Exported by: front desk|All branches, all channels'),
    footer: list('End of report|Printed by Till 3.1|Page 1 of 1'),
    goods: list('Green tea|Cup "large"|Pot, brown|Crème brûlée mix|Cake'),
  },
  de: {
    order: list('Bestellnummer|Auftragsnummer|Rechnungsnummer|Belegnummer|Bestellnr.'),
    date: list('Datum|Bestelldatum|Rechnungsdatum|Belegdatum'),
    time: list('Uhrzeit|Zeit'),
    customer: list('Kundennummer|Kunde|Kunden-Nr.|Kundennr.|Kunden-ID'),
    email: list('E-Mail|E-Mail-Adresse|Kunden-E-Mail'),
    product: list('Artikel|Produkt|Bezeichnung|Artikelbezeichnung'),
    quantity: list('Menge|Anzahl|Stück'),
    price: list('Einzelpreis|Stückpreis|Preis'),
    amount: list('Betrag|Umsatz|Nettobetrag|Zwischensumme|Summe netto'),
    currency: list('Währung'),
    total: list('Summe|Gesamt|Gesamtsumme|Gesamt:|Summe:'),
    preamble: list('Umsatzbericht|Teehaus Müller GmbH|Erstellt von: Kasse 1|Alle Filialen'),
    footer: list('Ende des Berichts|Gedruckt von Kasse 3|Seite 1 von 1'),
    goods: list('Grüner Tee|Tasse "groß"|Kännchen, braun|Kürbiskernöl|Käsekuchen'),
  },
  fr: {
    order: list('Numéro de commande|N° commande|Commande|Numéro de facture|N° de commande'),
    date: list('Date|Date de commande|Date de vente|Date de la commande'),
    time: list('Heure'),
    customer: list('Client|Numéro de client|N° client|Code client'),
    email: list('Adresse e-mail|E-mail|Courriel'),
    product: list('Produit|Article|Désignation'),
    quantity: list('Quantité|Qté'),
    price: list('Prix unitaire|PU'),
    amount: list('Montant|Montant HT|Sous-total|Total ligne'),
    currency: list('Devise'),
    total: list('Total|Total général|TOTAL|Total :'),
    preamble: list('Rapport des ventes|Maison du thé SARL|Édité par : caisse 1|Toutes les boutiques'),
    footer: list('Fin du rapport|Imprimé par la caisse 3|Page 1 sur 1'),
    goods: list('Thé vert|Tasse « grande »|Théière, brune|Crème brûlée|Gâteau'),
  },
  es: {
    order: list('Número de pedido|Pedido|N.º de pedido|ID pedido|Número de factura'),
    date: list('Fecha|Fecha del pedido|Fecha de venta|Fecha de compra'),
    time: list('Hora'),
    customer: list('Cliente|ID cliente|Código de cliente|Número de cliente'),
    email: list('Correo electrónico|Correo|Email'),
    product: list('Producto|Artículo|Descripción'),
    quantity: list('Cantidad|Unidades|Cant.'),
    price: list('Precio unitario|Precio'),
    amount: list('Importe|Importe neto|Subtotal|Monto'),
    currency: list('Moneda|Divisa'),
    total: list('Total|Total general|TOTAL|Totales'),
    preamble: list('Informe de ventas|Casa del té S.L.|Emitido por: caja 1|Todas las tiendas'),
    footer: list('Fin del informe|Impreso por caja 3|Página 1 de 1'),
    goods: list('Té verde|Taza "grande"|Tetera, marrón|Piña|Pastel'),
  },
  pt: {
    order: list('Número do pedido|Pedido|Nº do pedido|ID do pedido'),
    date: list('Data|Data do pedido|Data da venda|Data da compra'),
    time: list('Hora|Horário'),
    customer: list('Cliente|Código do cliente|ID do cliente'),
    email: list('E-mail|E-mail do cliente'),
    product: list('Produto|Nome do produto|Descrição'),
    quantity: list('Quantidade|Qtd|Qtde'),
    price: list('Preço unitário|Valor unitário|Preço'),
    amount: list('Valor|Subtotal|Valor líquido|Montante'),
    currency: list('Moeda'),
    total: list('Total|Total geral|TOTAL'),
    preamble: list('Relatório de vendas|Casa do Chá Ltda.|Emitido por: caixa 1|Todas as lojas'),
    footer: list('Fim do relatório|Impresso pelo caixa 3|Página 1 de 1'),
    goods: list('Chá verde|Xícara "grande"|Bule, marrom|Açúcar|Bolo'),
  },
  vi: {
    order: list('Mã đơn hàng|Mã hóa đơn|Số hóa đơn|Mã đơn'),
    date: list('Ngày|Ngày bán|Ngày đặt hàng|Thời gian|Ngày hóa đơn'),
    time: list('Giờ|Giờ bán'),
    customer: list('Mã khách hàng|Khách hàng|Mã KH|Mã khách'),
    email: list('Email khách hàng|Email'),
    product: list('Tên hàng|Tên sản phẩm|Sản phẩm'),
    quantity: list('Số lượng|SL'),
    price: list('Đơn giá|Giá bán'),
    amount: list('Thành tiền|Doanh thu|Tổng tiền hàng'),
    currency: list('Loại tiền|Tiền tệ'),
    total: list('Tổng cộng|Tổng|Tổng cộng:'),
    preamble: list('Báo cáo bán hàng|Trà Quán Hải Phòng|Người lập: quầy 1|Tất cả chi nhánh'),
    footer: list('Hết báo cáo|In từ quầy 3|Trang 1/1'),
    goods: list('Trà xanh|Cốc "lớn"|Ấm, nâu|Đường phèn|Bánh'),
  },
  zh: {
    order: list('订单号|订单编号|单号'),
    date: list('日期|订单日期|下单时间|订单创建时间'),
    time: list('时刻'),
    customer: list('客户编号|客户|会员编号|顾客编号'),
    email: list('邮箱|电子邮箱|电子邮件'),
    product: list('商品名称|商品|产品名称'),
    quantity: list('数量|购买数量'),
    price: list('单价|商品单价'),
    amount: list('金额|销售额|小计'),
    currency: list('币种|货币'),
    total: list('合计|总计|合计:'),
    preamble: list('销售报表|海港茶叶有限公司|制表人:一号收银台|全部门店'),
    footer: list('报表结束|由三号收银台打印|第1页'),
    goods: list('绿茶|茶杯“大”|茶壶,棕色|冰糖|蛋糕'),
  },
  id: {
    order: list('No. Pesanan|Nomor Pesanan|Nomor Invoice|No. Transaksi'),
    date: list('Tanggal|Tanggal Pesanan|Tanggal Transaksi|Waktu Pesanan Dibuat'),
    time: list('Jam'),
    customer: list('ID Pelanggan|Pelanggan|Kode Pelanggan|Pembeli'),
    email: list('Email|Alamat Email|Surel'),
    product: list('Nama Produk|Produk|Barang'),
    quantity: list('Jumlah|Kuantitas|Qty'),
    price: list('Harga Satuan|Harga'),
    amount: list('Nilai|Subtotal|Nilai Penjualan|Total Harga'),
    currency: list('Mata Uang'),
    total: list('Total|Jumlah Total|TOTAL'),
    preamble: list('Laporan Penjualan|Toko Teh Pelabuhan|Dibuat oleh: kasir 1|Semua cabang'),
    footer: list('Akhir laporan|Dicetak oleh kasir 3|Halaman 1 dari 1'),
    goods: list('Teh hijau|Cangkir "besar"|Teko, cokelat|Gula batu|Kue'),
  },
  ja: {
    order: list('注文番号|受注番号|伝票番号'),
    date: list('日付|注文日|受注日|購入日|注文日時'),
    time: list('時刻'),
    customer: list('顧客番号|顧客ID|会員番号|顧客'),
    email: list('メールアドレス|メール'),
    product: list('商品名|商品|品名'),
    quantity: list('数量|個数'),
    price: list('単価|販売単価'),
    amount: list('金額|売上金額|小計|売上'),
    currency: list('通貨'),
    total: list('合計|総計|合計:'),
    preamble: list('売上レポート|港のお茶株式会社|作成者:レジ1|全店舗'),
    footer: list('レポート終わり|レジ3で印刷|1ページ'),
    goods: list('緑茶|湯のみ「大」|急須、茶色|氷砂糖|ケーキ'),
  },
};
