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
    module: `${ingest}can-be-money`,
    take: () => ({ canBeMoney: is(true), isNamedMoney: is(true) }),
  },
  {
    rule: 2,
    about: 'marks that stand for no number',
    module: `${ingest}number-shapes`,
    take: () => ({ saysNoNumber: is(false), entryOf: is(null), isBelowZero: is(false) }),
  },
  { rule: 3, about: 'what the sums say', module: `${engine}sums`, take: () => ({ countSums: later(false) }) },
  { rule: 4, about: 'what the sums say', module: `${engine}sums`, take: () => ({ countSums: later(false) }) },
  {
    rule: 5,
    about: 'the currency of the price, and the question',
    module: `${ingest}price-currency`,
    take: () => ({ priceCurrency: is(null) }),
  },
  {
    rule: 6,
    about: 'gift cards and kinds of rows',
    module: `${ingest}row-texts`,
    take: () => ({ isGiftCard: is(false), kindOf: is(null), saysCancelled: is(false) }),
  },
  {
    rule: 7,
    about: 'who bought, where no header says so',
    module: `${ingest}who-bought`,
    take: () => ({ whoBought: is({ found: null, asked: [] }) }),
  },
  {
    rule: 8,
    about: 'stand-ins',
    module: `${engine}stand-ins`,
    take: () => ({ findStandIns: later({ texts: {}, rows: 0, most: '' }) }),
  },
  {
    rule: 9,
    about: 'the prefix that phones show',
    module: `${engine}phone-prefix`,
    take: () => ({ countPrefixes: later([]) }),
  },
  {
    rule: 10,
    about: 'whether numbers are unique',
    module: `${engine}order-look`,
    take: () => ({ lookAtOrders: later(false) }),
  },
  {
    rule: 11,
    about: 'what one order is without a number',
    module: `${engine}order-look`,
    take: () => ({ lookAtDays: later(false) }),
  },
  {
    rule: 12,
    about: 'rows that follow the first of a visit',
    module: `${ingest}visits`,
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
    module: `${engine}table-keys`,
    take: () => ({ readingOf: is({ wrapped: false, padded: false, lower: false }) }),
  },
  {
    rule: 15,
    about: 'swapped dates',
    module: `${engine}open-dates`,
    take: () => ({
      openDates: (...given: unknown[]) =>
        Promise.resolve({ dates: (given[3] as { dates: unknown }).dates, asked: [] }),
    }),
  },
  {
    rule: 16,
    about: 'forms of dates',
    module: `${ingest}date-rewrites`,
    take: () => ({ REWRITES: [], HALF_DAYS: [] }),
  },
  {
    rule: 17,
    about: 'the best header of the first rows',
    module: `${ingest}choose-header`,
    take: () => ({ chosenHeader: (_: unknown, first: number) => first }),
  },
  {
    rule: 17,
    about: 'headers that are a name short',
    module: `${ingest}mend-header`,
    take: () => ({ mendedHeader: is(null) }),
  },
  {
    rule: 19,
    about: 'no row that is used is a refusal',
    module: `${ingest}nothing-used`,
    take: () => ({ nothingUsed: is(null) }),
  },
  {
    rule: 20,
    about: 'states that nobody knows are asked',
    module: `${engine}status-question`,
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
    module: `${ingest}month-columns`,
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
  if (off)
    vi.doMock(off.module, async (original) => {
      const real = await original<Module>();
      return { ...real, ...off.take(real) };
    });
  try {
    return await run(await import('./fresh'));
  } finally {
    if (off) vi.doUnmock(off.module);
    vi.resetModules();
  }
}
