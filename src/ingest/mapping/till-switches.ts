import type { Choices } from '../../domain/choices';
import type { MappingProposal, ToldProposal } from '../../domain/mapping';
import type { ImportReport } from '../../domain/report';

/** One assumption that moves a total, the other way round. */
export interface TillSwitch {
  id:
    | 'tax_in'
    | 'tax_out'
    | 'shipping_in'
    | 'shipping_out'
    | 'gift_in'
    | 'gift_out'
    | 'cancelled'
    | 'fully_refunded'
    | 'duplicates_drop'
    | 'duplicates_keep'
    | 'unknown_buyers'
    | 'other_currency';
  change: (choices: Choices) => Choices;
}

/** The assumptions about this file that a till may make the other way: only those that touch some of its rows. */
export function tillSwitches(
  proposal: Pick<MappingProposal | ToldProposal, 'fields' | 'layout'>,
  report: ImportReport,
  choices: Choices,
): TillSwitch[] {
  const has = (...wanted: string[]) => proposal.fields.some(({ field }) => wanted.includes(field));
  const rule = (id: string) => report.rules.find((one) => one.rule === id);
  const invalid = (name: 'cancelled' | 'fully_refunded') => choices.valid?.[name] !== 'keep';
  const withRule = (id: string, action: 'drop' | 'keep') => (of: Choices) => ({
    ...of,
    rules: { ...of.rules, [id]: action },
  });
  const withValid = (name: 'cancelled' | 'fully_refunded') => (of: Choices) => ({
    ...of,
    valid: { ...of.valid, [name]: 'keep' as const },
  });
  const found: (TillSwitch | false)[] = [
    has('tax', 'total') && inOut('tax', choices),
    has('shipping', 'total') && inOut('shipping', choices),
    touches(report, 'gift_card') &&
      (rule('gift_card')?.action === 'drop'
        ? { id: 'gift_in', change: (of) => ({ ...of, gift_cards: 'in' }) }
        : { id: 'gift_out', change: (of) => ({ ...of, gift_cards: 'out' }) }),
    invalid('cancelled') && { id: 'cancelled', change: withValid('cancelled') },
    invalid('fully_refunded') && { id: 'fully_refunded', change: withValid('fully_refunded') },
    touches(report, 'exact_duplicate') &&
      (rule('exact_duplicate')?.action === 'keep'
        ? { id: 'duplicates_drop', change: withRule('exact_duplicate', 'drop') }
        : { id: 'duplicates_keep', change: withRule('exact_duplicate', 'keep') }),
    touches(report, 'no_customer') &&
      rule('no_customer')?.action === 'keep' && {
        id: 'unknown_buyers',
        change: withRule('no_customer', 'drop'),
      },
    report.currencies.length > 1 && {
      id: 'other_currency',
      change: ({ currency: _one, rates: _rates, ...of }) => ({ ...of, map: { ...of.map, currency: null } }),
    },
  ];
  return found.filter((one) => one !== false);
}

const touches = (report: ImportReport, rule: string) =>
  (report.rules.find((one) => one.rule === rule)?.rows ?? 0) > 0;

const inOut = (what: 'tax' | 'shipping', choices: Choices): TillSwitch =>
  choices[what] === 'in'
    ? { id: `${what}_out`, change: (of) => ({ ...of, [what]: 'out' }) }
    : { id: `${what}_in`, change: (of) => ({ ...of, [what]: 'in' }) };

/** A total as typed, and how far from it a figure may lie and still be written so. */
export interface TypedTotal {
  value: number;
  within: number;
}

/** '2,297,200.86', '2.297.200,86', "2 297 200" or '₫1.200.000'; null where it is no number above 0. */
export function typedTotal(text: string): TypedTotal | null {
  const bare = text
    .replace(/[\s'’\u00a0\u202f]/g, '')
    .replace(/^\p{Sc}|\p{Sc}$|^[A-Za-z]{3}|[A-Za-z]{3}$/gu, '');
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const mark = bare[last] ?? '';
  const behind = last < 0 ? 0 : bare.length - last - 1;
  const isThousands = last >= 0 && (behind === 3 || bare.split(mark).length > 2);
  const digits = last < 0 || isThousands ? 0 : behind;
  const whole = (digits === 0 ? bare : bare.slice(0, last)).replace(/[.,]/g, '');
  const value = Number(digits === 0 ? whole : `${whole}.${bare.slice(last + 1)}`);
  return value > 0 ? { value, within: 0.5 * 10 ** -digits + 1e-9 } : null;
}

/** What the tables come to. */
export interface Totals {
  sales: number;
  net: number;
}

/** What makes the typed total as it stands, or with one switch: which figure, and the position of the switch, null for none. */
export function explanationOf(
  { value, within }: TypedTotal,
  now: Totals,
  alone: readonly Totals[],
): { switched: number | null; figure: keyof Totals } | null {
  const figureOf = (totals: Totals, other: Totals | null) =>
    (['sales', 'net'] as const).find(
      (figure) => Math.abs(totals[figure] - value) <= within && totals[figure] !== other?.[figure],
    );
  const figure = figureOf(now, null);
  if (figure) return { switched: null, figure };
  for (const [switched, totals] of alone.entries()) {
    const made = figureOf(totals, now);
    if (made) return { switched, figure: made };
  }
  return null;
}

/**
 * Two or three switches that together may make the typed total, the likeliest first: as far as what each changes alone adds up to. One order can be touched
 * by two of them, so that only counting tells.
 */
export function likelyTogether(
  { value }: TypedTotal,
  now: Totals,
  alone: readonly Totals[],
  most: number,
): number[][] {
  const moving = alone.flatMap((totals, at) =>
    totals.sales === now.sales && totals.net === now.net ? [] : [at],
  );
  const off = (switches: readonly number[]) =>
    Math.min(
      ...(['sales', 'net'] as const).map((figure) =>
        Math.abs(
          switches.reduce((sum, at) => sum + (alone[at]?.[figure] ?? 0) - now[figure], now[figure]) - value,
        ),
      ),
    );
  return together(moving)
    .toSorted((a, b) => off(a) - off(b))
    .slice(0, most);
}

/** All pairs and triples. */
function together(of: readonly number[]): number[][] {
  const pairs = of.flatMap((a) => of.filter((b) => b > a).map((b) => [a, b]));
  const triples = pairs.flatMap(([a = 0, b = 0]) => of.filter((c) => c > b).map((c) => [a, b, c]));
  return [...pairs, ...triples];
}
