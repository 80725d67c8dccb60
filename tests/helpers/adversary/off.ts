import { vi } from 'vitest';

type Module = Record<string, unknown>;
type Take = (original: Module) => Module;

interface Off {
  rule: number;
  /** What is taken away, in a few words. */
  about: string;
  module: string;
  take: Take;
}

const is = (value: unknown) => () => value;
const later = (value: unknown) => () => Promise.resolve(value);
const [ingest, engine, readers, staging] = [
  '../../../src/ingest/',
  '../../../workers/engine/',
  '../../../workers/readers/',
  '../../../src/warehouse/staging/',
];

/** Rules of the reader, each with what stands in its place when it is taken away. */
export const OFF: readonly Off[] = [
  {
    rule: 1,
    about: 'whether a number can be money',
    module: `${ingest}numbers/can-be-money`,
    take: () => ({ canBeMoney: is(true), isNamedMoney: is(true) }),
  },
  {
    rule: 2,
    about: 'marks that stand for no number',
    module: `${ingest}numbers/number-shapes`,
    take: () => ({ saysNoNumber: is(false), entryOf: is(null), isBelowZero: is(false) }),
  },
  {
    rule: 3,
    about: 'what the sums say',
    module: `${engine}evidence/sums`,
    take: () => ({ countSums: later(false) }),
  },
  {
    rule: 4,
    about: 'what the sums say',
    module: `${engine}evidence/sums`,
    take: () => ({ countSums: later(false) }),
  },
  {
    rule: 5,
    about: 'the currency of the price, and the question',
    module: `${ingest}numbers/price-currency`,
    take: () => ({ priceCurrency: is(null) }),
  },
  {
    rule: 6,
    about: 'gift cards and kinds of rows',
    module: `${ingest}rows/row-texts`,
    take: () => ({ isGiftCard: is(false), kindOf: is(null), saysCancelled: is(false) }),
  },
  {
    rule: 7,
    about: 'who bought, where no header says so',
    module: `${ingest}who/who-bought`,
    take: () => ({ whoBought: is({ found: null, asked: [] }) }),
  },
  {
    rule: 8,
    about: 'stand-ins',
    module: `${engine}build/stand-ins`,
    take: () => ({ findStandIns: later({ texts: {}, rows: 0, most: '' }) }),
  },
  {
    rule: 9,
    about: 'the prefix that phones show',
    module: `${engine}questions/phone-prefix`,
    take: () => ({ countPrefixes: later([]) }),
  },
  {
    rule: 10,
    about: 'whether numbers are unique',
    module: `${engine}evidence/order-look`,
    take: () => ({ lookAtOrders: later(false) }),
  },
  {
    rule: 11,
    about: 'what one order is without a number',
    module: `${engine}evidence/order-look`,
    take: () => ({ lookAtDays: later(false) }),
  },
  {
    rule: 12,
    about: 'rows that follow the first of a visit',
    module: `${ingest}rows/visits`,
    take: () => ({ visitRule: is(null) }),
  },
  {
    rule: 13,
    about: 'which order a refund is of',
    module: `${staging}refund_orders.sql?raw`,
    take: () => ({ default: 'select $order_grain::varchar' }),
  },
  {
    rule: 14,
    about: 'keys of two forms',
    module: `${engine}import/table-keys`,
    take: () => ({ readingOf: is({ wrapped: false, padded: false, lower: false }) }),
  },
  {
    rule: 15,
    about: 'swapped dates',
    module: `${engine}questions/open-dates`,
    take: () => ({
      openDates: (...given: unknown[]) =>
        Promise.resolve({ dates: (given[3] as { dates: unknown }).dates, asked: [] }),
    }),
  },
  {
    rule: 16,
    about: 'forms of dates',
    module: `${ingest}dates/date-rewrites`,
    take: () => ({ REWRITES: [], HALF_DAYS: [] }),
  },
  {
    rule: 17,
    about: 'the best header of the first rows',
    module: `${ingest}dialect/choose-header`,
    take: () => ({ chosenHeader: (_: unknown, first: number) => first }),
  },
  {
    rule: 17,
    about: 'headers that are a name short',
    module: `${ingest}dialect/mend-header`,
    take: () => ({ mendedHeader: is(null) }),
  },
  {
    rule: 19,
    about: 'no row that is used is a refusal',
    module: `${ingest}mapping/nothing-used`,
    take: () => ({ nothingUsed: is(null) }),
  },
  {
    rule: 20,
    about: 'states that nobody knows are asked',
    module: `${engine}questions/status-question`,
    take: () => ({ statusQuestionsOf: later([]) }),
  },
  {
    rule: 21,
    about: 'known words weigh encodings',
    module: `${readers}readable`,
    take: () => ({ knownWords: is(0), readability: is(0) }),
  },
  {
    rule: 22,
    about: 'tables of months are turned',
    module: `${ingest}dates/month-columns`,
    take: () => ({ monthTable: is(null) }),
  },
  {
    rule: 23,
    about: 'names beside rows, and lines inside orders',
    module: `${readers}json-shapes`,
    take: () => ({ queryAnswer: is(null), columnLists: is(null), withLines: (rows: unknown[]) => rows }),
  },
];

/** Runs something with fresh code in which a rule is taken away, or with all of it. */
export async function without<T>(
  off: Off | null,
  run: (fresh: typeof import('./fresh')) => Promise<T>,
): Promise<T> {
  vi.resetModules();
  let isTaken = off === null;
  if (off)
    vi.doMock(off.module, async (original) => {
      const real = await original<Module>();
      const instead = off.take(real);
      const unknown = Object.keys(instead).filter((name) => !(name in real));
      if (unknown.length > 0) throw new Error(`${off.module} has no ${unknown.join(', ')}`);
      isTaken = true;
      return { ...real, ...instead };
    });
  try {
    const value = await run(await import('./fresh'));
    if (!isTaken) throw new Error(`nothing reads ${off?.module}`);
    return value;
  } finally {
    if (off) vi.doUnmock(off.module);
    vi.resetModules();
  }
}
