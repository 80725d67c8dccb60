import type { Profile } from '../profile';

/** A row an item; its price includes the consumption tax. The order's freight is repeated. */
export default {
  id: 'base-orders',
  name: 'BASE 注文データ',
  seen: 'importer',
  fingerprint: ['注文ID', '注文日時', '氏(請求先)', '発送状況'],
  fields: {
    order_id: ['注文ID'],
    date: ['注文日時'],
    email: ['メールアドレス(請求先)'],
    phone: ['電話番号(請求先)'],
    customer_name: ['氏(請求先)'],
    quantity: ['数量'],
    unit_price: ['価格'],
    shipping: ['送料'],
    product: ['商品名'],
    sku: ['商品ID'],
    channel: ['購入元'],
    status: ['発送状況'],
  },
  amount_level: 'line',
  amount_from: 'price_times_quantity',
  whole_money: true,
} satisfies Profile;
