/** How a status says that an order did not happen, in the languages of the exports we know. RE2, lower case. */
export const CANCELLED_STATUS =
  '^(cancel|void|draft|fail|test|expired|declined|storn|annul|cancelad|anulad|abgebrochen|đã hủy|đã huỷ|hủy|huỷ|已取消|取消|交易关闭|キャンセル|dibatalkan|batal)';
