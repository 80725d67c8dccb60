import type { Profile } from '../profile';

/** A row an item, without dates and buyers. */
export default {
  id: 'taobao-items',
  name: '淘宝宝贝报表',
  seen: 'documentation',
  fingerprint: ['订单编号', '外部系统编号', '商品属性', '购买数量'],
  fields: {},
  refuse: { id: 'taobao-items', values: {} },
} satisfies Profile;
