import type { Chance } from './chance';
import type { Locale } from './locales';
import type { Day } from './truth';

/** How one file writes money: drawn once, the same in all of its rows. */
export interface MoneyStyle {
  locale: Locale;
  group: string;
  /** Figures of four digits take no mark, as in Spain and Poland. */
  groupsFromFive: boolean;
  mark: string;
  negative: 'minus' | 'trailing' | 'brackets' | 'true-minus' | 'before-mark' | 'after-mark';
  /** Whole amounts lose their decimals. */
  isShort: boolean;
}

export function moneyStyleOf(chance: Chance, locale: Locale, canUnicode: boolean): MoneyStyle {
  const mark = chance.of(canUnicode ? locale.marks : locale.marks.filter((one) => !one.includes('\u202f')));
  const negatives: MoneyStyle['negative'][] = ['minus', 'minus', 'trailing', 'brackets', 'before-mark'];
  if (/^[^#]/.test(mark)) negatives.push('after-mark');
  if (canUnicode) negatives.push('true-minus');
  const groups = canUnicode ? locale.groups : locale.groups.filter((group) => group !== '\u202f');
  return {
    locale,
    group: chance.of(groups.length > 0 ? groups : ['']),
    groupsFromFive: chance.is(0.2),
    mark,
    negative: chance.of(negatives),
    isShort: chance.is(0.15),
  };
}

/** The figure alone, without sign and currency. */
export function figure(minor: bigint, style: MoneyStyle): string {
  const { locale, group, groupsFromFive, isShort } = style;
  const text = (minor < 0n ? -minor : minor).toString().padStart(locale.digits + 1, '0');
  const whole = locale.digits === 0 ? text : text.slice(0, -locale.digits);
  const rest = locale.digits === 0 ? '' : text.slice(-locale.digits);
  const isGrouped = group !== '' && !(groupsFromFive && whole.length < 5);
  const parts = isGrouped ? grouped(whole, group, locale.lakh ?? false) : whole;
  return rest === '' || (isShort && /^0+$/.test(rest)) ? parts : `${parts}${locale.decimal}${rest}`;
}

function grouped(whole: string, mark: string, isLakh: boolean): string {
  const tail = whole.slice(-3);
  let head = whole.slice(0, -3);
  const parts: string[] = [tail];
  const width = isLakh ? 2 : 3;
  while (head !== '') {
    parts.unshift(head.slice(-width));
    head = head.slice(0, -width);
  }
  return parts.join(mark);
}

export function money(minor: bigint, style: MoneyStyle): string {
  const plain = figure(minor, style);
  const dressed = (text: string) => style.mark.replace('#', text);
  if (minor >= 0n) return dressed(plain);
  switch (style.negative) {
    case 'minus':
    case 'after-mark':
      return dressed(`-${plain}`);
    case 'before-mark':
      return `-${dressed(plain)}`;
    case 'true-minus':
      return dressed(`\u2212${plain}`);
    case 'trailing':
      return dressed(`${plain}-`);
    case 'brackets':
      return `(${dressed(plain)})`;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number) => String(n).padStart(2, '0');

/** A day and a minute in a pattern such as `DD.MM.YYYY hh:mm`; `H:mm A` is the clock of twelve hours. */
export function dateText(day: Day, minute: number, pattern: string): string {
  const hour = Math.floor(minute / 60);
  const half = pattern.includes('A');
  const parts: Record<string, string> = {
    YYYY: String(day.y),
    YY: two(day.y % 100),
    MMM: MONTHS[day.m - 1]!,
    MM: two(day.m),
    M: String(day.m),
    DD: two(day.d),
    D: String(day.d),
    hh: two(hour),
    HH: two(hour),
    H: String(half ? ((hour + 11) % 12) + 1 : hour),
    mm: two(minute % 60),
    ss: '00',
    A: hour < 12 ? 'AM' : 'PM',
  };
  return pattern.replace(/YYYY|YY|MMM|MM|M|DD|D|hh|HH|H|mm|ss|A/g, (part) => parts[part]!);
}
