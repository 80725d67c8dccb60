import { Chance } from './chance';
import { LOCALES, type Locale } from './locales';

/** A row of the shop as it happened: money in the smallest unit of the currency, refunds below zero. */
export interface TrueRow {
  order: number;
  /** Null for nobody known. */
  customer: number | null;
  day: Day;
  /** Minutes since midnight. */
  minute: number;
  quantity: bigint;
  price: bigint;
  good: number;
  isRefund: boolean;
  isGift: boolean;
}

export interface Day {
  y: number;
  m: number;
  d: number;
}

/** A shop and what its export is like; how that is written is drawn from the same seed. */
export interface TrueShop {
  seed: number;
  locale: Locale;
  rows: TrueRow[];
  hasOrderIds: boolean;
  /** Amounts are quantity × price in two columns, and there is no amount. */
  byPrice: boolean;
  identity: 'customer' | 'email' | 'both' | 'none';
  /** Rows from here on are written with all the marks; those before are plain whole numbers. 0: no such change. */
  plainUntil: number;
  /** No day of any row is above 12. */
  earlyDays: boolean;
}

const PLAIN_ROWS = 900;

/** The shop of a seed: some days, some customers, orders of one to three lines, some of it given back. */
export function shopOf(seed: number): TrueShop {
  const chance = new Chance(seed * 7919 + 17);
  const locale = LOCALES[seed % LOCALES.length]!;
  const isLate = chance.is(0.06);
  const size = isLate ? chance.whole(1000, 3000) : chance.whole(20, 200);
  const hasOrderIds = chance.is(0.75);
  const earlyDays = chance.is(0.12);
  const byPrice = chance.is(0.4);
  const rows: TrueRow[] = [];
  const customers = Math.max(6, Math.round(size / chance.whole(2, 6)));
  const step = stepOf(locale, chance);
  const span = chance.whole(3, 20);
  let order = 0;
  while (rows.length < size) {
    order++;
    const lines = hasOrderIds ? chance.of([1, 1, 1, 2, 3]) : 1;
    const isPlain = isLate && rows.length < PLAIN_ROWS + 3;
    const base = {
      order,
      customer: chance.is(0.08) ? null : chance.whole(1, customers),
      day: dayOf(chance, span, earlyDays),
      minute: chance.whole(0, 1439),
      isRefund: false,
      isGift: false,
    };
    const ofOrder: TrueRow[] = [];
    for (let i = 0; i < lines; i++)
      ofOrder.push({
        ...base,
        quantity: BigInt(chance.of([1, 1, 1, 2, 3, 12])),
        price: priceOf(chance, locale, step, isPlain),
        good: chance.whole(0, 4),
      });
    // A gift beside what was paid for: a row of its own that is worth nothing.
    if (!isPlain && chance.is(0.03)) ofOrder.push({ ...ofOrder[0]!, price: 0n, isGift: true });
    rows.push(...ofOrder);
    if (isPlain || !chance.is(0.05)) continue;
    const back = ofOrder[0]!;
    const later = chance.is(0.5) ? base.day : dayOf(chance, span, earlyDays);
    const quantity = chance.is(0.5) ? -back.quantity : -1n;
    rows.push({ ...back, day: later, quantity, isRefund: true });
  }
  return {
    seed,
    locale,
    rows,
    hasOrderIds,
    byPrice,
    identity: chance.of(['customer', 'customer', 'customer', 'email', 'both', 'none'] as const),
    plainUntil: isLate ? PLAIN_ROWS : 0,
    earlyDays,
  };
}

/** Prices end in what is usual: whole thousands, whole units, or anything. */
const stepOf = ({ digits }: Locale, chance: Chance): number =>
  digits === 0 ? chance.of([1, 100, 500, 1000]) : chance.of([1, 1, 5, 10, 100]);

function priceOf(chance: Chance, { digits, code }: Locale, step: number, isPlain: boolean): bigint {
  const unit = digits === 0 ? 1 : 100;
  const dear = code === 'VND' || code === 'IDR' ? 2_000_000 : code === 'JPY' ? 90_000 : 4000;
  const high = isPlain ? 900 : chance.of([dear / 50, dear / 10, dear]);
  const drawn = chance.whole(Math.ceil(unit / 2), Math.round(high) * unit);
  const stepped = Math.max(1, Math.round(drawn / step)) * step;
  return BigInt(isPlain ? Math.max(1, Math.round(stepped / unit)) * unit : stepped);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayOf(chance: Chance, span: number, early: boolean): Day {
  const month = chance.whole(0, span);
  const m = (month % 12) + 1;
  return { y: 2023 + Math.floor(month / 12), m, d: chance.whole(1, early ? 12 : MONTH_DAYS[m - 1]!) };
}
