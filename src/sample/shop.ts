import { ShopHistory } from './history';
import { HEADER, rowsOf } from './rows';
import { emptyTruth, tally, type Kind, type SampleTruth } from './truth';

export const sampleFileName = 'sample-shop.csv';

export interface SampleOptions {
  seed?: number;
  /** Order lines wanted; the file has as many within 5 % (from 20,000 on). More lines are more customers. */
  lines?: number;
  /** Last year of the history, 2024 when not said. A longer history begins with the very same rows. */
  lastYear?: number;
}

export interface SampleShop {
  sampleFileName: string;
  /** The CSV file in pieces of about 256 kB, in the order of its dates. */
  chunks(): Generator<string, void, undefined>;
  /** What the generator knows about the file; runs through it once if nobody has. */
  truth(): SampleTruth;
}

const CHUNK = 1 << 18;
const FIRST_ORDER_ID = 100001;
const STATUS: Record<Kind, string> = {
  sale: 'Completed',
  free: 'Completed',
  refund: 'Completed',
  cancelled: 'Cancelled',
  test: 'Test',
};

/**
 * A believable shop: coffee and tea, 2021 to 2024, three channels, five countries. The same options give the same
 * bytes on every machine. Customers live in typed arrays and the file is made day by day, so that ten million
 * lines hold some 70 MB at a time and come out in the order of their dates, as a real export's do.
 */
export function sampleShop(options: SampleOptions = {}): SampleShop {
  let known: SampleTruth | null = null;
  function* chunks(): Generator<string, void, undefined> {
    const truth = emptyTruth();
    yield* writeShop(options, truth);
    known = truth;
  }
  return {
    sampleFileName,
    chunks,
    truth() {
      if (!known) for (const piece of chunks()) void piece;
      return known!;
    },
  };
}

function* writeShop(options: SampleOptions, truth: SampleTruth): Generator<string, void, undefined> {
  const { seed = 7, lines = 40_000, lastYear = 2024 } = options;
  const history = new ShopHistory(seed, lines, lastYear);
  const { days, customers } = history;
  let orderId = FIRST_ORDER_ID;
  let text = HEADER;
  for (let day = 0; day < days.count; day++) {
    for (const draft of history.day(day)) {
      const { kind, customer, basket, buyer, seconds } = draft;
      const id = kind === 'refund' ? `C${draft.of}` : `${orderId}`;
      text += rowsOf(id, days.text[day]!, seconds, buyer, basket, STATUS[kind]);
      tally(truth, kind, basket.lines, buyer.id !== '' || buyer.email !== '', draft.isWhole);
      if (kind === 'sale') {
        if (customer >= 0) customers.validOrders[customer]!++;
        history.mayComeBack(draft, day, orderId);
      } else if (customer >= 0 && draft.isWhole) {
        customers.validOrders[customer]!--;
      }
      if (kind !== 'refund') orderId++;
    }
    if (text.length >= CHUNK) {
      yield text;
      text = '';
    }
  }
  if (text) yield text;
  truth.from = days.text[0]!;
  truth.to = days.text[days.count - 1]!;
  truth.customers = customers.validOrders.reduce((count, orders) => count + (orders > 0 ? 1 : 0), 0);
}
