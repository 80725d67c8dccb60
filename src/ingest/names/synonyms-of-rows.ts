import type { Field } from '../../domain/choices';
import type { Names } from './synonyms-of-people-and-things';

/** What sales exports call the clock of a row, its kind, and the sale that it takes back. */
export const ROWS = {
  time: {
    en: 'time | time of day | hour | order time | sale time | opened time',
    vi: 'giờ | giờ bán',
    zh: '时刻',
    es: 'hora',
    de: 'uhrzeit | zeit',
    fr: 'heure',
    id: 'jam | waktu',
    ja: '時刻',
    pt: 'hora | horário',
  },
  row_type: {
    en: 'type | event type | transaction type | line type | receipt type | record type | row type | document type | kind | reporting category | order type',
    vi: 'loại | loại chứng từ | loại giao dịch',
    zh: '类型 | 交易类型',
    es: 'tipo | tipo de transacción | tipo de documento',
    de: 'typ | art | belegart | vorgangsart',
    fr: 'type | type de transaction',
    id: 'tipe | jenis transaksi',
    ja: '種別 | 取引種別',
    pt: 'tipo | tipo de transação',
  },
  refund_of: {
    en: 'reference txn id | original order | original order id | original invoice | original transaction id | refund of | refunded order',
    vi: 'mã hóa đơn gốc | mã đơn gốc',
    zh: '原订单号',
    es: 'id. de transacción de referencia | pedido original',
    de: 'zugehöriger transaktionscode | originalbestellung | ursprüngliche rechnung',
    fr: 'numéro de la transaction de référence | commande d’origine',
    id: 'no. pesanan asal',
    ja: '元注文番号',
    pt: 'pedido original',
  },
} satisfies Partial<Record<Field, Names>>;
