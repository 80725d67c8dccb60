/** A product of the sample shop; prices in cents of the first year. */
export interface Product {
  name: string;
  category: string;
  cents: number;
  /** How often it stands in a basket, and how often in December. */
  weight: number;
  december: number;
  /** Bought again once it is used up. */
  isConsumable: boolean;
}

const product = (
  name: string,
  category: string,
  cents: number,
  weight: number,
  december = weight,
): Product => ({
  name,
  category,
  cents,
  weight,
  december,
  isConsumable: category === 'Coffee' || category === 'Tea' || category === 'Sweets',
});

/** First buyers of this one come back clearly more often. */
export const KEEPER = 'House espresso 1 kg';
/** First buyers of this one rarely come back. */
export const LEAVER = 'Starter set';
/** Put into parcels for nothing. */
export const GIFT = 'Sample sachet';

export const PRODUCTS: readonly Product[] = [
  product(KEEPER, 'Coffee', 1890, 95, 60),
  product('Filter roast 500 g', 'Coffee', 1150, 70),
  product('Decaf roast 250 g', 'Coffee', 790, 30),
  product('Single origin 250 g', 'Coffee', 1240, 45, 60),
  product('Cold brew bags', 'Coffee', 690, 22, 6),
  product('Instant espresso', 'Coffee', 560, 25),
  product('Green tea 100 g', 'Tea', 840, 42),
  product('Ginger tea 100 g', 'Tea', 720, 38, 62),
  product('Breakfast tea', 'Tea', 650, 40),
  product('Camomile 50 g', 'Tea', 480, 26),
  product('Rooibos 200 g', 'Tea', 890, 24),
  product('Pour-over kettle', 'Brewing', 5990, 12, 22),
  product('Hand grinder', 'Brewing', 7450, 11, 26),
  product(LEAVER, 'Brewing', 2490, 70, 85),
  product('"Filter papers, 100"', 'Brewing', 390, 50),
  product('French press', 'Brewing', 3290, 16, 30),
  product('Milk frother', 'Brewing', 1990, 14, 24),
  product('Espresso cup', 'Cups', 950, 24, 45),
  product('Enamel mug', 'Cups', 1290, 26, 48),
  product('Travel mug', 'Cups', 2190, 22),
  product('Glass cup pair', 'Cups', 1690, 16, 32),
  product('Oat biscuits', 'Sweets', 420, 36),
  product('Dark chocolate', 'Sweets', 350, 44, 80),
  product('Candied orange', 'Sweets', 590, 16, 40),
  product('Almond nougat', 'Sweets', 640, 14, 46),
  product('Gift box small', 'Gifts', 2450, 14, 120),
  product('Gift box large', 'Gifts', 4900, 8, 75),
  product('Tasting set', 'Gifts', 3350, 14, 70),
  product('Greeting card', 'Gifts', 250, 12, 60),
  product(GIFT, 'Gifts', 0, 0),
];

export const COUNTRIES = ['Germany', 'Austria', 'France', 'Netherlands', 'Belgium'] as const;
export const CHANNELS = ['Web', 'Shop', 'Marketplace'] as const;

/** Shares in percent, in the order of the lists above. */
export const COUNTRY_SHARES: readonly number[] = [46, 16, 15, 14, 9];
export const CHANNEL_SHARES: readonly number[] = [62, 21, 17];

/** Discount codes: percent off, the days of the year (month × 100 + day) they run, and percent of orders using them. */
export const CAMPAIGNS = [
  { code: 'SPRING10', percent: 10, from: 401, to: 420, share: 16 },
  { code: 'SUMMER15', percent: 15, from: 715, to: 810, share: 18 },
  { code: 'XMAS10', percent: 10, from: 1120, to: 1210, share: 20 },
] as const;
/** For first orders on the web. */
export const WELCOME = { code: 'WELCOME5', percent: 5, share: 14 } as const;

/** Invented names: syllables put together. */
const STARTS = ['ma', 'li', 'jo', 'ke', 'ta', 'ro', 'ni', 'su', 'el', 'vi'];
const ENDS = ['ra', 'nu', 'bel', 'min', 'do', 'ka', 'lis', 'vo'];

/** The e-mail address of a customer, unique by their number; example.com belongs to nobody (RFC 2606). */
export function emailOf(customer: number, draw: number): string {
  const start = STARTS[draw % 10];
  const middle = ENDS[Math.floor(draw / 10) % 8];
  const surname = `${STARTS[Math.floor(draw / 80) % 10]}${ENDS[Math.floor(draw / 100) % 8]}`;
  return `${start}${middle}.${surname}${ENDS[Math.floor(draw / 640) % 8]}${customer}@mail.example.com`;
}
