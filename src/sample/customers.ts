import { BEHAVIOUR, IDENTITY, type FirstOrderKind } from './behaviour';
import { CHANNEL_SHARES, CHANNELS, COUNTRIES, COUNTRY_SHARES, emailOf } from './catalogue';
import type { RandomStream } from './random';
import { betaVariate, gammaVariate } from './variates';

/** What each purpose draws from, so that no two things share random numbers. */
export const DRAWS = {
  trait: 2,
  order: 3,
  fate: 4,
  mishap: 5,
  till: 6,
  comeBack: 7,
  arrival: 8,
} as const;

/** What a row says about who bought. */
export interface Buyer {
  id: string;
  email: string;
  country: string;
  channel: string;
  /** 0 … 2: how much they put into a basket. */
  appetite: number;
}

export const NOBODY: Buyer = { id: '', email: '', country: COUNTRIES[0], channel: CHANNELS[1], appetite: 0 };

/** The first index whose running share (percent) is above the draw. */
export function pick(shares: readonly number[], draw: number): number {
  let rest = draw;
  for (let index = 0; index < shares.length; index++) {
    rest -= shares[index]!;
    if (rest < 0) return index;
  }
  return shares.length - 1;
}

/** Everything known about the buyer with this number; drawn anew each time instead of being kept. */
export function buyerOf(random: RandomStream, customer: number): Buyer {
  random.start(DRAWS.trait, customer, 0);
  const country = COUNTRIES[pick(COUNTRY_SHARES, random.below(100))]!;
  const channel = CHANNELS[pick(CHANNEL_SHARES, random.below(100))]!;
  const isGuest = channel === 'Web' && random.below(100) * 62 < IDENTITY.guestWithEmail * 100;
  const hasNoEmail = channel === 'Shop' && random.below(100) < IDENTITY.tillWithoutEmail;
  const email = hasNoEmail ? '' : emailOf(customer + 1, random.below(5120));
  return { id: isGuest ? '' : `${10001 + customer}`, email, country, channel, appetite: random.below(3) };
}

/** What is kept of every customer between their orders: 30 bytes, whatever the length of the file. */
export class Customers {
  /** Purchases per day while alive. */
  readonly rate: Float64Array;
  /** Chance of leaving after a purchase. */
  readonly leaving: Float64Array;
  /** When the next purchase is due, on the season's clock. */
  readonly due: Float64Array;
  readonly occasions: Uint16Array;
  readonly validOrders: Uint16Array;
  readonly firstProduct: Uint8Array;
  /** Customers due on a day, as a list through `following`; −1 ends it. */
  readonly #firstDue: Int32Array;
  readonly #following: Int32Array;

  constructor(count: number, days: number) {
    this.rate = new Float64Array(count);
    this.leaving = new Float64Array(count);
    this.due = new Float64Array(count);
    this.occasions = new Uint16Array(count);
    this.validOrders = new Uint16Array(count);
    this.firstProduct = new Uint8Array(count);
    this.#firstDue = new Int32Array(days).fill(-1);
    this.#following = new Int32Array(count);
  }

  /** Draw how this customer will behave. */
  begin(random: RandomStream, customer: number, kind: FirstOrderKind, firstProduct: number): void {
    random.start(DRAWS.fate, customer, 0);
    this.rate[customer] = gammaVariate(random, BEHAVIOUR.rate.shape) / BEHAVIOUR.rate.perDays;
    const { a, b } = BEHAVIOUR.dropout[kind];
    this.leaving[customer] = betaVariate(random, a, b);
    this.firstProduct[customer] = firstProduct;
  }

  expect(customer: number, day: number): void {
    this.#following[customer] = this.#firstDue[day]!;
    this.#firstDue[day] = customer;
  }

  /** Take one of the customers who are due on a day; −1 when there is none left. */
  takeDue(day: number): number {
    const customer = this.#firstDue[day]!;
    if (customer >= 0) this.#firstDue[day] = this.#following[customer]!;
    return customer;
  }
}
