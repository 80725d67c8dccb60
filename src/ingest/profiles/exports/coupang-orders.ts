import type { Profile } from '../profile';

/** A row an option. The price is per piece; what was paid has coupons of Coupang taken off, which pay like money. */
export default {
  id: 'coupang-orders',
  name: '쿠팡 주문',
  seen: 'importer',
  fingerprint: ['묶음배송번호', '주문번호', '구매수(수량)', '옵션판매가(판매단가)'],
  fields: {
    order_id: ['주문번호'],
    date: ['주문일'],
    phone: ['구매자전화번호'],
    email: ['구매자이메일', '이메일'],
    customer_name: ['구매자'],
    quantity: ['구매수(수량)'],
    unit_price: ['옵션판매가(판매단가)'],
    shipping: ['배송비'],
    total: ['결제액'],
    product: ['등록상품명', '노출상품명(옵션명)'],
    sku: ['업체상품코드', '옵션ID'],
    status: ['주문상태'],
  },
  amount_level: 'line',
  amount_from: 'price_times_quantity',
  whole_money: true,
} satisfies Profile;
