import { isFiscal, PLAIN_PERIODS, quarterOf, type Periods } from '../domain/periods';
import type { Cell, Unit } from '../domain/table';
import { figures } from './en/figures';
import { ENGLISH } from './numbers';

export type Grain = 'week' | 'month' | 'quarter' | 'year';

/** What stands where there is no figure. */
export const NOTHING = '–';

const cached = <T>(make: (key: string) => T) => {
  const made = new Map<string, T>();
  return (key: string): T => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
};

/** 'YYYY-MM-DD' (anything behind it is ignored) as that day in UTC, so that no zone of the machine can move it. */
function dayOf(text: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}

/**
 * Figures and dates as words of one language. Shares are 0..1, money in the currency's unit, dates 'YYYY-MM-DD'
 * texts that are never read through local time. What is not a finite number, or not a date, is shown as `–` or as it stands.
 */
export function formatIn(locale: string, phrases: typeof figures) {
  const numbers = cached((key) => new Intl.NumberFormat(locale, JSON.parse(key) as Intl.NumberFormatOptions));
  const days = cached(
    (key) =>
      new Intl.DateTimeFormat(locale, {
        ...(JSON.parse(key) as Intl.DateTimeFormatOptions),
        timeZone: 'UTC',
        calendar: 'gregory',
      }),
  );
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const figure = (value: number, options: Intl.NumberFormatOptions) =>
    Number.isFinite(value) ? numbers(JSON.stringify(options)).format(value === 0 ? 0 : value) : NOTHING;
  const dated = (text: string, options: Intl.DateTimeFormatOptions) => {
    const day = dayOf(text);
    return day ? days(JSON.stringify(options)).format(day) : text;
  };
  /** Percent with as many digits as a reader needs; a share that is not 0 never reads as 0, nor one below 1 as 100. */
  const share = (value: number, style: 'percent' | 'decimal') => {
    const scaled = (part: number) => (style === 'percent' ? part : part * 100);
    const size = Math.abs(value);
    const fine = { style, maximumFractionDigits: 1 } as const;
    if (size > 0 && size < 0.001) return `${value < 0 ? '>−' : '<'}${figure(scaled(0.001), fine)}`;
    if (size > 0.999 && size < 1) return `${value < 0 ? '<−' : '>'}${figure(scaled(0.999), fine)}`;
    const digits = (size < 0.0995 && size > 0) || (size >= 0.995 && size < 1) ? 1 : 0;
    return figure(scaled(value), { style, minimumFractionDigits: digits, maximumFractionDigits: digits });
  };
  const inCurrency = (value: number, currency: string | null, options: Intl.NumberFormatOptions) => {
    if (currency && /^[A-Z]{3}$/.test(currency))
      return figure(value, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options });
    const plain = figure(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, ...options });
    return currency ? `${plain} ${currency}` : plain;
  };
  const compact = (value: number): Intl.NumberFormatOptions => {
    const size = Math.abs(value);
    if (size >= 10_000) return { notation: 'compact', minimumFractionDigits: 0, maximumSignificantDigits: 3 };
    return size >= 100 || size === 0 ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  };

  const count = (value: number) => figure(value, { maximumFractionDigits: 0 });
  const number = (value: number) =>
    figure(value, Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
  const rate = (value: number) => share(value, 'percent');
  const date = (text: string) => dated(text, { day: 'numeric', month: 'short', year: 'numeric' });
  const timestamp = (text: string) => {
    const time = /^\d{4}-\d{2}-\d{2}[ T](\d{2}:\d{2})/.exec(text)?.[1];
    return time ? `${date(text)}, ${time}` : date(text);
  };
  /** Whole days; a wait that is not nothing never reads as none. */
  const whole = (value: number) => (value > 0 && value < 0.5 ? `<${count(1)}` : count(value));
  const dayCount = (value: number) =>
    Number.isFinite(value) ? phrases.days(Math.round(value), whole(value)) : NOTHING;
  /** For reading: "£8.91M", "£1,234", "£12.40". */
  const money = (value: number, currency: string | null) => inCurrency(value, currency, compact(value));
  /** To the currency's last digit: "£8,911,407.90", "₫200,000". */
  const moneyExact = (value: number, currency: string | null) => inCurrency(value, currency, {});
  /** A period by its first day: "March 2011", "Q4 2011", "Q4 FY2012" where years do not begin with January. */
  const period = (
    start: string,
    grain: Grain,
    length: 'long' | 'short' = 'long',
    periods: Periods = PLAIN_PERIODS,
  ) => {
    if (grain === 'month') return dated(start, { month: length, year: 'numeric' });
    if (grain === 'week') return length === 'long' ? phrases.weekOf(date(start)) : date(start);
    const day = dayOf(start);
    if (!day) return start;
    const { quarter, year } = quarterOf(day, periods);
    const named = dated(`${String(year).padStart(4, '0')}-01-01`, { year: 'numeric' });
    const said = isFiscal(periods) ? phrases.fiscalYear(named) : named;
    return grain === 'year' ? said : phrases.quarter(quarter, said);
  };

  return {
    count,
    number,
    rate,
    /** Four decimals of a percent: what stands behind a rounded rate. */
    rateExact: (value: number) => figure(value, { style: 'percent', maximumFractionDigits: 4 }),
    /** A rate without its sign, for a cell whose head says "%". */
    rateFigure: (value: number) => share(value, 'decimal'),
    money,
    moneyExact,
    /** An amount without its currency, short enough for a cell: "8.91M", "1,234", "12.40". */
    moneyFigure: (value: number, currency: string | null) =>
      figure(value, {
        ...(Math.abs(value) < 100 && currency ? digitsOf(locale, currency) : { maximumFractionDigits: 0 }),
        ...(Math.abs(value) >= 10_000 ? { notation: 'compact', maximumSignificantDigits: 3 } : {}),
      }),
    days: dayCount,
    /** "today", "yesterday", "12 days ago". */
    daysAgo: (value: number) => ago.format(-value, 'day'),
    date,
    timestamp,
    period,
    /** The name of a month of the year, 0..11: "December". */
    monthName: (month: number) => dated(`2001-${String(month + 1).padStart(2, '0')}-01`, { month: 'long' }),
    /** The same where there is no room for it: "Dec". */
    monthShort: (month: number) => dated(`2001-${String(month + 1).padStart(2, '0')}-01`, { month: 'short' }),
    list: (items: string[]) => lists.format(items),
    /**
     * A cell of a table: shares to two digits, days whole, money to the currency's last digit. The unit itself stands in the
     * head. `exact` gives what the file or a query holds, rates in percent.
     */
    cell(value: Cell, unit: Unit, currency: string | null, exact = false): string {
      if (value === null) return NOTHING;
      if (typeof value === 'boolean') return value ? phrases.yes : phrases.no;
      if (typeof value === 'string') {
        if (unit === 'date') return date(value);
        return unit === 'timestamp' ? timestamp(value) : value;
      }
      if (unit === 'rate' && !exact) return share(value, 'decimal');
      if (unit === 'rate') return figure(value * 100, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      if (unit === 'days' && !exact) return whole(value);
      if (unit === 'money')
        return figure(
          value,
          currency ? digitsOf(locale, currency) : { minimumFractionDigits: 2, maximumFractionDigits: 2 },
        );
      if (unit === 'count' || unit === 'age') return count(value);
      return exact ? figure(value, { maximumFractionDigits: 4 }) : number(value);
    },
  };
}

function digitsOf(locale: string, currency: string): Intl.NumberFormatOptions {
  const known = /^[A-Z]{3}$/.test(currency);
  const options = known
    ? new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions()
    : null;
  const digits = options?.maximumFractionDigits ?? 2;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

export type Formats = ReturnType<typeof formatIn>;

/** The formats of the language on screen. */
export let format: Formats = formatIn(ENGLISH, figures);

/** Called by `language.ts` alone. */
export const setFormat = (locale: string, phrases: typeof figures): void => {
  format = formatIn(locale, phrases);
};
