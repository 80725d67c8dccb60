import { foldName } from '../names/fold-name';

const AFTER_SALES =
  /^(after[- ]?sales?|returns?|refunds?|refund return) (status|state)$|^(售后|退款|退货)(状态|狀態)$|^返(金|品)(状況|ステータス)$|^(trang thai|tinh trang) (hoan tien|tra hang|hoan hang)$|^(estado|situacao|status) d(el?|[ao]) (reembolso|devolucion|devolucao)$|^statut d[eu] (remboursement|retour)$|^(erstattungs|retouren|ruckgabe)status$|^status (pengembalian|retur)( dana)?$/;

/** Whether a header is that of a second column of states, of what came back after the sale: "Return status", 售后状态. */
export const isAfterSales = (header: string): boolean => AFTER_SALES.test(foldName(header));
