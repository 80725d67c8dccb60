import type { FieldProposal } from '../../domain/mapping';
import { coreOf, currencyMarks, saysNoNumber } from './number-shapes';
import type { ReadColumn } from '../mapping/read-columns';

/** What a column of money says of its currency, and how. */
export interface PriceCurrency {
  currency: string;
  by: 'head' | 'signs';
}

/** Of these a sign stands for several: `$` is that of a dozen countries. */
const SHARED = /^(?:USD|JPY|CNY)$/;
/** Words of two or three letters that are no currency in a head: "Sum all", "Try". */
const NO_CODES = /^(?:ALL|TRY|TOP|MOP|BAM|LEI|TL|RM|RS|FT|KR|RP|FR)$/;

/** The currency in the head of a column: "Unit Price USD", "Amount (EUR)", "Umsatz in €"; null where it names none. */
export function currencyInHead(head: string): string | null {
  const words = head.match(/\p{Sc}|[\p{L}$]+/gu) ?? [];
  for (const word of words.slice(words.length > 1 || /\p{Sc}/u.test(head) ? 0 : 1)) {
    if (/^\p{L}+$/u.test(word) && (word !== word.toUpperCase() || NO_CODES.test(word))) continue;
    const [mark] = currencyMarks([`${word} 9`]);
    if (mark && mark.text === word) return mark.currency;
  }
  return null;
}

/** The one currency sign that nearly every amount carries; null where there are several, or hardly any. */
function currencyOfSigns({ evidence }: ReadColumn): string | null {
  const other = (evidence.numbers?.other ?? []).filter(({ shape }) => !saysNoNumber(shape));
  const marked = other.filter(({ shape }) => coreOf(shape) !== null && currencyMarks([shape]).length > 0);
  const currencies = new Set(currencyMarks(marked.map(({ shape }) => shape)).map(({ currency }) => currency));
  const rows = marked.reduce((sum, { rows: n }) => sum + n, 0);
  const [only] = currencies;
  return currencies.size === 1 && only !== undefined && rows >= 0.98 * evidence.filled ? only : null;
}

/** The currency that the amounts themselves name, by the head of their column or by the signs beside them. */
export function priceCurrency(columns: ReadColumn[], fields: readonly FieldProposal[]): PriceCurrency | null {
  const at =
    fields.find(({ field }) => field === 'amount') ?? fields.find(({ field }) => field === 'unit_price');
  const column = columns[at?.position ?? -1];
  if (!column) return null;
  const head = currencyInHead(column.evidence.column);
  if (head !== null) return { currency: head, by: 'head' };
  const signs = currencyOfSigns(column);
  return signs === null ? null : { currency: signs, by: 'signs' };
}

/** A sign alone does not tell which of the currencies it is that share it. */
export const isShared = ({ currency, by }: PriceCurrency): boolean => by === 'signs' && SHARED.test(currency);

/**
 * Whether a column of currencies is somebody else's than the amounts': the buyer's country has one, too. A sign that several countries
 * share contradicts only those that do not use it.
 */
export function isOfTheBuyer({ evidence }: ReadColumn, { currency, by }: PriceCurrency): boolean {
  const said = (evidence.values ?? evidence.examples).map((text) => text.trim().toUpperCase());
  if (isShared({ currency, by }))
    return said.some(
      (code) => !(currency === 'USD' ? /D$|^MXN|^CLP|^COP|^ARS/ : /^(?:JPY|CNY|RMB)$/).test(code),
    );
  return said.some((code) => code !== currency);
}
