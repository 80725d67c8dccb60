import type { Choices } from '../../../src/domain/choices';
import { fault } from '../../../src/domain/said/problems';
import type { WrongValue } from '../../../src/domain/said/wrong-values';
import { EngineFault } from '../../../src/engine/errors';
import { quoteText } from '../sql/quote';

/** Rates as exact decimals: units of `into` for one of each currency, all with `scale` digits after the dot. */
export interface Rates {
  into: string;
  of: { currency: string; rate: string }[];
  scale: number;
}

const MOST_DECIMALS = 10;
const inDigits = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: MOST_DECIMALS });
/** The money of a row, which a rate turns into the project's currency. */
const MONEY = ['sales', 'unit_price', 'discount', 'tax', 'shipping', 'total', 'refund', 'cost'] as const;

/** The rates of the choices, or null without any. Throws `bad-parameter` for one that cannot be. */
export function ratesOf({ rates, currency }: Choices): Rates | null {
  if (rates === undefined || Object.keys(rates).length === 0) return null;
  const said = Object.entries(rates).map(([name, rate]) => ({
    currency: upper(name),
    rate: decimalOf(name, rate),
  }));
  const into = currency ?? Object.entries(rates).find(([, rate]) => rate === 1)?.[0];
  if (into === undefined) throw bad({ id: 'needed', values: { needed: 'counted-currency' } });
  const others = said.filter(({ currency: name }) => name !== upper(into));
  const own = said.find(({ currency: name }) => name === upper(into));
  if (own && Number(own.rate) !== 1) throw bad({ id: 'rate-not-one', values: { currency: into } });
  const of = [{ currency: upper(into), rate: '1' }, ...others];
  return { into, of, scale: Math.max(0, ...of.map(({ rate }) => (rate.split('.')[1] ?? '').length)) };
}

const upper = (name: string): string => name.trim().toUpperCase();

const bad = (wrong: WrongValue): EngineFault =>
  new EngineFault(fault('wrong-choice', { name: 'rates', wrong }, { code: 'bad-parameter' }));

function decimalOf(name: string, rate: unknown): string {
  if (typeof rate !== 'number' || !Number.isFinite(rate) || rate <= 0 || rate >= 1e8)
    throw bad({ id: 'rate-not-above-zero', values: { currency: name } });
  const text = inDigits.format(rate);
  if (Number(text) !== rate)
    throw bad({ id: 'rate-too-fine', values: { currency: name, most: MOST_DECIMALS } });
  return text;
}

/**
 * Rows with their money turned into the counted currency, exactly: the digits of amount and rate add up. A row whose
 * currency has no rate keeps its own, and is set aside for it. `currency_read` is what the file says.
 */
export function ratedRows(rows: string, { into, of, scale }: Rates): string {
  const cases = of.map(
    ({ currency, rate }) =>
      `when ${quoteText(currency)} then cast(${quoteText(rate)} as decimal(18, ${scale}))`,
  );
  const rate = `case upper(trim(currency)) ${cases.join(' ')} end`;
  const money = MONEY.map((column) => `${column} * coalesce(rate, 1) as ${column}`);
  return `select * exclude (rate) replace (${money.join(', ')},
    if(rate is null, currency, ${quoteText(into)}) as currency)
    from (select *, ${rate} as rate from (${rows}))`;
}
