/** A form for each way in which the language counts: English has `one` and `other`, Polish `few` and `many` too. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Day before month: "5 Dec 2011" cannot be misread. */
export const ENGLISH = 'en-GB';

const rulesOf = (locale: string) => ({
  plurals: new Intl.PluralRules(locale),
  counts: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
});
let rules = rulesOf(ENGLISH);

/** Called by `language.ts` alone. */
export const setLocale = (locale: string): void => {
  rules = rulesOf(locale);
};

/** The form that goes with the number: `plural(rows, { one: '1 row', other: `${count(rows)} rows` })`. */
export const plural = (n: number, forms: Forms): string => forms[rules.plurals.select(n)] ?? forms.other;

/** A whole number as the language on screen writes it. */
export const count = (n: number): string => rules.counts.format(n);
