import type { FirstOrderKind } from './behaviour';
import { CAMPAIGNS, GIFT, KEEPER, LEAVER, PRODUCTS, WELCOME } from './catalogue';
import type { RandomStream } from './random';

/** A line: prices and discounts in cents for one piece. */
export interface Line {
  product: number;
  quantity: number;
  cents: number;
  discount: number;
}

export interface Basket {
  lines: Line[];
  code: string;
}

export const GIFT_INDEX = PRODUCTS.findIndex((product) => product.name === GIFT);
const WEIGHTS = PRODUCTS.map((product) => product.weight);
const DECEMBER_WEIGHTS = PRODUCTS.map((product) => product.december);
const sum = (weights: number[]) => weights.reduce((total, weight) => total + weight, 0);
const WEIGHT = sum(WEIGHTS);
const DECEMBER_WEIGHT = sum(DECEMBER_WEIGHTS);

const isBeforeChristmas = (monthDay: number) => monthDay >= 1120 && monthDay <= 1224;

function drawProduct(random: RandomStream, monthDay: number): number {
  const isFestive = isBeforeChristmas(monthDay);
  const weights = isFestive ? DECEMBER_WEIGHTS : WEIGHTS;
  let rest = random.below(isFestive ? DECEMBER_WEIGHT : WEIGHT);
  let index = 0;
  while (rest >= weights[index]!) rest -= weights[index++]!;
  return index;
}

/** Percent off and its code; no code is ''. */
function drawCode(
  random: RandomStream,
  monthDay: number,
  isFirstOnline: boolean,
): { code: string; percent: number } {
  const draw = random.below(100);
  for (const campaign of CAMPAIGNS) {
    if (monthDay >= campaign.from && monthDay <= campaign.to && draw < campaign.share) return campaign;
  }
  return isFirstOnline && draw >= 100 - WELCOME.share ? WELCOME : { code: '', percent: 0 };
}

export interface Occasion {
  monthDay: number;
  /** Years since 2021: prices rise by 3 % a year. */
  year: number;
  isFirst: boolean;
  isOnline: boolean;
  appetite: number;
  /** Product of the customer's first order; −1 for none. */
  firstProduct: number;
}

/** What is in the basket; each product once, so that no two rows of an order are alike. */
export function drawBasket(random: RandomStream, occasion: Occasion): Basket {
  const { code, percent } = drawCode(random, occasion.monthDay, occasion.isFirst && occasion.isOnline);
  const chance = 24 + 12 * occasion.appetite;
  let count = 1;
  while (count < 7 && random.below(100) < chance) count++;
  const lines: Line[] = [];
  const favourite = occasion.firstProduct;
  for (let number = 0; number < count; number++) {
    const wantsFavourite =
      number === 0 && favourite >= 0 && PRODUCTS[favourite]!.isConsumable && random.below(100) < 45;
    const drawn = wantsFavourite ? favourite : drawProduct(random, occasion.monthDay);
    const draw = random.below(100);
    const quantity = draw < 76 ? 1 : draw < 94 ? 2 : 3;
    if (lines.some((line) => line.product === drawn)) continue;
    const cents = Math.floor((PRODUCTS[drawn]!.cents * (100 + 3 * occasion.year) + 50) / 100);
    lines.push({ product: drawn, quantity, cents, discount: Math.floor((cents * percent + 50) / 100) });
  }
  if (isBeforeChristmas(occasion.monthDay) && random.below(100) < 7) {
    lines.push({ product: GIFT_INDEX, quantity: 1, cents: 0, discount: 0 });
  }
  return { lines, code };
}

/** What a first order says about staying (the true, hidden rule of the shop). */
export function kindOf(firstProduct: number, monthDay: number): FirstOrderKind {
  const { name } = PRODUCTS[firstProduct]!;
  if (name === KEEPER) return 'keeper';
  if (name === LEAVER) return 'leaver';
  return isBeforeChristmas(monthDay) ? 'december' : 'ordinary';
}

export const salesOf = (lines: Line[]): number =>
  lines.reduce((total, line) => total + line.quantity * (line.cents - line.discount), 0);
