import { MISHAPS } from './behaviour';
import { CHANNELS, PRODUCTS } from './catalogue';
import { buyerOf, Customers, DRAWS, NOBODY, type Buyer } from './customers';
import { drawBasket, GIFT_INDEX, kindOf, salesOf, type Basket } from './order';
import { RandomStream } from './random';
import { seasonClock, shopDays, spread, type ShopDays } from './season';
import type { Kind } from './truth';
import { waitingTime } from './variates';

/** A document of the file before it has a number. */
export interface Draft {
  kind: Kind;
  seconds: number;
  /** −1 for a buyer without identity. */
  customer: number;
  buyer: Buyer;
  basket: Basket;
  /** The order that a refund is for. */
  of: number;
  isWhole: boolean;
}

const LINES_PER_CUSTOMER = 5.83;
const TILL_ORDERS_PER_CUSTOMER = 0.42;
const OPENS_AT = 8 * 3600;
const OPEN_FOR = 14 * 3600;
const TESTER: Buyer = {
  id: '10000',
  email: 'till.check@example.com',
  country: 'Germany',
  channel: 'Web',
  appetite: 0,
};
const FREE_LINE = { product: GIFT_INDEX, quantity: 1, cents: 0, discount: 0 };

/** What happens in the shop, one day after the other: `day(0)`, `day(1)` … in order, each once. */
export class ShopHistory {
  readonly days: ShopDays;
  readonly customers: Customers;
  readonly #random: RandomStream;
  readonly #clock: Float64Array;
  readonly #arrivals: Float64Array;
  readonly #tillOrders: Float64Array;
  readonly #later: (Draft[] | undefined)[] = [];
  #arrived = 0;
  #tillDone = 0;

  constructor(seed: number, lines: number, lastYear: number) {
    const size = Math.max(1, Math.round(lines / LINES_PER_CUSTOMER));
    this.days = shopDays(seed, lastYear);
    this.#random = new RandomStream(seed);
    this.#clock = seasonClock(this.days);
    this.#arrivals = spread(this.days.arrival, size);
    this.#tillOrders = spread(this.days.till, Math.floor(size * TILL_ORDERS_PER_CUSTOMER));
    this.customers = new Customers(this.#arrivals[this.days.count - 1]!, this.days.count);
  }

  /** The documents of a day by their time of day. */
  day(day: number): Draft[] {
    const drafts: Draft[] = this.#later[day] ?? [];
    this.#later[day] = undefined;
    for (; this.#arrived < this.#arrivals[day]!; this.#arrived++) this.#arrive(this.#arrived, day);
    for (let customer = this.customers.takeDue(day); customer >= 0; customer = this.customers.takeDue(day)) {
      this.#purchase(customer, day, drafts);
      this.#decideReturn(customer, day);
    }
    for (; this.#tillDone < this.#tillOrders[day]!; this.#tillDone++) {
      drafts.push(this.#tillOrder(this.#tillDone, day));
    }
    if (day % 61 === 17) {
      const basket = {
        lines: [{ product: day % PRODUCTS.length, quantity: 1, cents: 100, discount: 0 }],
        code: '',
      };
      drafts.push({
        kind: 'test',
        seconds: OPENS_AT,
        customer: -1,
        buyer: TESTER,
        basket,
        of: 0,
        isWhole: false,
      });
    }
    return drafts.sort((one, other) => one.seconds - other.seconds);
  }

  /** Some of what was sold comes back some days later, in part or whole. */
  mayComeBack(draft: Draft, day: number, orderId: number): void {
    const random = this.#random.start(DRAWS.comeBack, orderId, 0);
    if (random.below(1000) >= MISHAPS.refund) return;
    const paid = draft.basket.lines.filter((line) => line.cents > 0);
    const back = random.below(1000) < MISHAPS.wholeRefund ? paid : [{ ...paid[0]!, quantity: 1 }];
    const lines = back.map((line) => ({
      ...line,
      quantity: -line.quantity,
      cents: line.cents - line.discount,
      discount: 0,
    }));
    const isWhole = -salesOf(lines) === salesOf(draft.basket.lines);
    const seconds = OPENS_AT + random.below(OPEN_FOR);
    const due = day + MISHAPS.refundDays.least + random.below(MISHAPS.refundDays.spread);
    this.#put(due, { ...draft, kind: 'refund', seconds, basket: { lines, code: '' }, of: orderId, isWhole });
  }

  #put(day: number, draft: Draft): void {
    if (day < this.days.count) (this.#later[day] ??= []).push(draft);
  }

  #arrive(customer: number, day: number): void {
    const share = this.#random.start(DRAWS.arrival, customer, 0).unit();
    this.customers.due[customer] = this.#clock[day]! + share * (this.#clock[day + 1]! - this.#clock[day]!);
    this.customers.expect(customer, day);
  }

  #tillOrder(number: number, day: number): Draft {
    const random = this.#random.start(DRAWS.till, number, 0);
    const seconds = OPENS_AT + random.below(OPEN_FOR);
    const occasion = {
      monthDay: this.days.monthDay[day]!,
      year: this.days.year[day]!,
      isFirst: false,
      isOnline: false,
    };
    const basket = drawBasket(random, { ...occasion, appetite: 0, firstProduct: -1 });
    return { kind: 'sale', seconds, customer: -1, buyer: NOBODY, basket, of: 0, isWhole: false };
  }

  /** The purchase that is due, with what may go wrong around it. */
  #purchase(customer: number, day: number, drafts: Draft[]): void {
    const { customers, days } = this;
    const occasion = customers.occasions[customer]!++;
    const home = buyerOf(this.#random, customer);
    const random = this.#random.start(DRAWS.order, customer, occasion);
    const strays = random.below(100) < 9 && home.email !== '';
    const buyer = strays ? { ...home, channel: CHANNELS[random.below(3)]! } : home;
    const isFirst = occasion === 0;
    const monthDay = days.monthDay[day]!;
    const basket = drawBasket(random, {
      monthDay,
      year: days.year[day]!,
      isFirst,
      isOnline: buyer.channel === 'Web',
      appetite: home.appetite,
      firstProduct: isFirst ? -1 : customers.firstProduct[customer]!,
    });
    const product = basket.lines[0]!.product;
    if (isFirst) customers.begin(random, customer, kindOf(product, monthDay), product);
    random.start(DRAWS.mishap, customer, occasion);
    const share =
      (customers.due[customer]! - this.#clock[day]!) / (this.#clock[day + 1]! - this.#clock[day]!);
    const seconds = OPENS_AT + Math.min(OPEN_FOR - 1, Math.floor(share * OPEN_FOR));
    const draft: Draft = { kind: 'sale', seconds, customer, buyer, basket, of: 0, isWhole: false };
    if (random.below(1000) < MISHAPS.cancelledAttempt) {
      drafts.push({ ...draft, kind: 'cancelled', seconds: seconds - 120 - random.below(900) });
    }
    drafts.push(draft);
    if (random.below(1000) < MISHAPS.freeReplacement) {
      this.#put(day + 3 + random.below(8), {
        ...draft,
        kind: 'free',
        basket: { lines: [FREE_LINE], code: '' },
      });
    }
  }

  /** Whether the customer who has just bought comes again, and when. Goes on with the mishap's random numbers. */
  #decideReturn(customer: number, day: number): void {
    const { customers } = this;
    if (this.#random.unit() < customers.leaving[customer]!) return;
    customers.due[customer]! += waitingTime(this.#random, customers.rate[customer]!);
    let next = day;
    while (next < this.days.count && this.#clock[next + 1]! <= customers.due[customer]!) next++;
    if (next < this.days.count) customers.expect(customer, next);
  }
}
