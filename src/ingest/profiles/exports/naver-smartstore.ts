import type { Profile } from '../profile';

/** A row an article. The amount has all discounts taken off: what Naver pays is put back, the seller's part (판매자 부담 할인액) is a discount. */
export default {
  id: 'naver-smartstore',
  name: '네이버 스마트스토어 주문',
  seen: 'importer',
  fingerprint: ['상품주문번호', '주문번호', '최종 상품별 총 주문금액'],
  fields: {
    order_id: ['주문번호'],
    date: ['주문일시', '결제일'],
    customer: ['구매자ID'],
    phone: ['구매자연락처'],
    customer_name: ['구매자명'],
    amount: ['최종 상품별 총 주문금액'],
    discount: ['판매자 부담 할인액'],
    shipping: ['배송비 합계'],
    quantity: ['수량'],
    unit_price: ['상품가격'],
    product: ['상품명'],
    sku: ['판매자 상품코드', '옵션관리코드', '상품번호'],
    channel: ['판매채널', '유입경로'],
    status: ['주문상태'],
  },
  amount_level: 'line',
  plus: [['최종 상품별 할인액']],
  less: [['판매자 부담 할인액']],
  refunds: { flags: [{ column: ['클레임상태'], values: ['반품완료', '취소완료', '환불완료'] }] },
  whole_money: true,
} satisfies Profile;
