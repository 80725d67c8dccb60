import { lowerCased, saysCancelled, saysRefunded } from './row-texts';

/** Beginnings of texts that say that an order stands, in the languages of the exports we know. */
const STANDS = new RegExp(
  `^(?:wc-)?(?:${[
    'paid|complet|fulfil|ship|deliver|dispatch|process|clos|done|finish|success|succeed|captur|authori|approv|activ|invoic|in transit|receiv|settle|sold|pick|pack|accept|finali|check|attend|arriv|served|visited|confirm|ready|on[- ]?hold|part(?:ial|ly)|unfulfil|ok$|yes$|sale|order|new$|normal|prepar|collect|exported|archiv|review|show(?:n|ed)|handling|verif|overdue|viewed|locked|posted|sales order|awaiting (?:fulfil|ship|pickup)|(?:remote )?payment (?:accepted|received|approved)|on backorder',
    'abgeschlossen|bezahlt|erledigt|versandt|versendet|verschickt|geliefert|zugestellt|fertig|bestätigt|in bearbeitung|offen|teilweise|erschienen',
    'payé|terminé|complété|expédié|livré|envoyé|confirmé|validé|réglé|traité|en cours|partiellement|présent',
    'pagad|completad|enviad|entregad|finalizad|confirmad|aprobad|procesa|procesando|en proceso|en tránsito|facturad|atendid|parcial|abiert|archivad|recibid|en camino|list[oa] para|preparando',
    'pago|paga|concluíd|concluid|aprovad|faturad|despachad|em trânsito|em separação|entregue|atendid|abert|arquivad|recebid|a caminho|pront[oa] para|em andamento',
    'pagat|completat|spedit|consegnat|evas|confermat|in lavorazione',
    'betaald|voltooid|verzonden|afgerond|geleverd|betalt|levererad|betald|slutförd|gennemført|fullført|maksettu|toimitettu',
    'opłacon|zrealizowan|wysłan|dostarczon|zakończon|zaplacen|dokončen|odeslán|доставлен|оплачен|выполнен|завершен|отправлен|виконан|оплачен',
    'ödendi|tamamlandı|kargoda|teslim|onaylandı|taşıma|kargoya|hazırlan|gönderil|مكتمل|مدفوع|تم ',
    'hoàn thành|hoàn tất|đã thanh toán|đã giao|đã nhận|giao thành công|thành công|đang giao|đang vận chuyển|đã xác nhận|chờ lấy hàng|chờ giao|đã đóng gói',
    'selesai|dikirim|diterima|dibayar|sudah bayar|lunas|berhasil|sedang dikirim|siap dikirim|pesanan (?:selesai|dikirim|diterima|diproses|tiba)|สำเร็จ|จัดส่ง|ชำระ|เสร็จ|การจัดส่ง|ที่ต้องจัดส่ง',
    '交易成功|已完成|完成|已付款|已支付|支付成功|已发货|待发货|已签收|已收货|已结算|成功|買家已付款|卖家已发货|买家已付款|已出貨|已送達|交易完成|等待出库|等待确认收货|等待收货|待收货|待出貨|運送中|已出库',
    '完了|発送済|入金済|支払済|済み?$|配送済|処理済|未発送|완료|결제|배송|발송|구매확정',
  ].join('|')})`,
);

/** Whether a rule knows what a status says: that the order stands, that it did not happen, or that all went back. */
export const isKnownStatus = (text: string, excluded: readonly string[] = []): boolean =>
  STANDS.test(lowerCased(text)) || saysCancelled(text, excluded) || saysRefunded(text);
