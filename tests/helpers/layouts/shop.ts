/** A shop that exists before any file of it: who bought what, what went back, and what was cancelled. Seeded. */
export interface Moment {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

export interface Person {
  no: number;
  /** Without an account the e-mail alone tells them. */
  hasAccount: boolean;
}

export interface Line {
  article: number;
  quantity: number;
  /** Smallest units of the currency. */
  unit: number;
  discount: number;
}

export interface Order {
  no: number;
  at: Moment;
  /** Null: nobody is named. */
  who: Person | null;
  lines: Line[];
  shipping: number;
  tip: number;
  isExcluded: boolean;
  /** Lines that went back, with their pieces, and when. */
  back: { pieces: number[]; at: Moment } | null;
}

/** A small generator of random numbers (mulberry32), so that every run makes the same files. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface ShopRules {
  seed: number;
  /** Smallest units in one unit of price steps: 1 for cents, 1000 for đồng. */
  step: number;
  mostUnits: number;
  refunds: 'none' | 'whole' | 'any';
  /** Pieces stand on rows of their own, so that orders are of single pieces a line. */
  guests: boolean;
  shipping: boolean;
  discounts: boolean;
  excluded: boolean;
}

export const lineTotal = (line: Line, pieces = line.quantity): number =>
  pieces === line.quantity ? line.quantity * line.unit - line.discount : pieces * line.unit;
export const salesOf = (order: Order): number => order.lines.reduce((sum, line) => sum + lineTotal(line), 0);

function momentFrom(day: number, rand: () => number): Moment {
  const date = new Date(Date.UTC(2024, 0, 5 + day));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: 8 + Math.floor(rand() * 12),
    minute: Math.floor(rand() * 60),
    second: Math.floor(rand() * 60),
  };
}

export function makeOrders(rules: ShopRules): Order[] {
  const rand = random(rules.seed);
  const upTo = (n: number) => Math.floor(rand() * n);
  const people: Person[] = Array.from({ length: 34 }, (_, no) => ({ no, hasAccount: no % 4 !== 3 }));
  const prices = Array.from({ length: 9 }, () =>
    rules.step === 1 ? 300 + upTo(9000) : rules.step * (3 + upTo(rules.mostUnits)),
  );
  return Array.from({ length: 140 }, (_, i): Order => {
    const day = Math.floor((i * 400) / 140);
    const articles = new Set(Array.from({ length: 1 + upTo(3) }, () => upTo(prices.length)));
    const lines = [...articles].map((article): Line => {
      const quantity = rand() < 0.7 ? 1 : 2 + upTo(2);
      const unit = prices[article]!;
      const isLess = rules.discounts && rand() < 0.2;
      return {
        article,
        quantity,
        unit,
        discount: isLess ? (rules.step === 1 ? 50 + upTo(200) : rules.step * (1 + upTo(2))) : 0,
      };
    });
    const isExcluded = rules.excluded && rand() < 0.08;
    const goesBack = rules.refunds !== 'none' && !isExcluded && rand() < 0.14;
    const isWhole = rules.refunds === 'whole' || rand() < 0.4;
    const partial = lines.map((line, at) => (at === 0 && line.discount === 0 ? 1 : 0));
    const pieces = isWhole ? lines.map(({ quantity }) => quantity) : partial;
    const sum = pieces.reduce((a, b) => a + b, 0);
    return {
      no: i,
      at: momentFrom(day, rand),
      who: rules.guests && rand() < 0.12 ? null : people[Math.floor(people.length * rand() ** 1.6)]!,
      lines,
      shipping: rules.shipping && rand() < 0.6 ? rules.step * (2 + upTo(4)) : 0,
      tip: 0,
      isExcluded,
      back: goesBack && sum > 0 ? { pieces, at: momentFrom(day + 2 + upTo(5), rand) } : null,
    };
  });
}
