import type { TrueShop } from './truth';
import type { WrittenFile } from './write';

/** What a person has to be asked, judged from what was written and not from what was read. */
export function questionsOf(shop: TrueShop, written: WrittenFile): string[] {
  const asked: string[] = [];
  if (isOpenOrder(shop, written)) asked.push('date_order');
  if (isOpenMark(shop, written)) asked.push('decimal');
  return asked;
}

/** Two numbers lead the date, and no row of the file has one above 12 in either place. */
const isOpenOrder = (shop: TrueShop, { datePattern }: WrittenFile): boolean =>
  /^(hh:mm )?(D|M)/.test(datePattern) &&
  !datePattern.includes('MMM') &&
  shop.rows.every(({ day }) => day.d <= 12);

export const orderOf = ({ datePattern }: WrittenFile): 'dmy' | 'mdy' =>
  /^M/.test(datePattern) ? 'mdy' : 'dmy';

/** Every mark in the file stands before three digits and after one to three, and the currency may have three decimals. */
function isOpenMark({ locale }: TrueShop, { moneyTexts, style, text }: WrittenFile): boolean {
  const cores = moneyTexts.map((one) => one.replace(/^\D+|\D+$/g, ''));
  const marked = cores.filter((core) => /[.,]/.test(core));
  const names = style.mark !== '#' || text.includes(locale.code);
  if (locale.digits === 0 && names) return false;
  return marked.length > 0 && marked.every((core) => /^[1-9]\d{0,2}[.,]\d{3}$/.test(core));
}
