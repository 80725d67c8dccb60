import { FIELDS, type Field } from '../../domain/choices';
import { foldName } from './fold-name';
import { namesBuyersNumber } from './header-words';
import { NAMES } from './synonyms';

export interface NameMatch {
  field: Field;
  /** 'whole': the header is a known name; 'part': it contains one, and only harmless words around it. */
  how: 'whole' | 'part';
  /** Higher is better, 0..100. */
  score: number;
}

/** Words that do not change what a name means, for every field and for some. */
const HARMLESS = 'sales shop store web online the of in at on utc gmt local my our erp crm time'.split(' ');
const HARMLESS_FOR: Partial<Record<Field, string[]>> = {
  email: ['customer', 'billing', 'buyer', 'contact', 'user', 'address'],
  phone: ['customer', 'billing', 'buyer', 'contact', 'user', 'mobile'],
  customer: ['final', 'unique', 'master', 'shop', 'registered'],
  customer_name: ['billing', 'bill', 'to'],
  country: ['customer', 'billing', 'shipping', 'ship', 'bill', 'delivery', 'to'],
  currency: ['order', 'shop'],
  tax: ['order', 'total', 'line'],
  shipping: ['order', 'total'],
  discount: ['order', 'total', 'line'],
  amount: ['line', 'net', 'total', 'after', 'discount'],
  total: ['order', 'invoice', 'paid', 'base'],
  date: ['order', 'invoice'],
  time: ['order', 'sale', 'opened', 'transaction', 'purchase'],
};

/** "number_of_cds": a count of what was bought, unless it counts something else. */
const COUNT_OF =
  /^(?:number|no|num|count|quantity|qty) of (?!orders?\b|customers?\b|days?\b|visits?\b|payments?\b|installments?\b)/;

const TILL =
  /\b(till|register|terminal|pos|branch|outlet|store|shop|location|kasse|kassen ?(nr|nummer)|filiale|caja|sucursal|tienda|caisse|magasin|boutique|loja|filial|caixa|toko|cabang|gerai|quay|chi nhanh|cua hang)\b|门店|店铺|店舗|収銀|レジ/;

/** Whether a header names a till or a place where one stands. */
export const isTill = (header: string): boolean => TILL.test(foldName(header));

const answers = new Map<string, readonly NameMatch[]>();
const MOST_ANSWERS = 2000;

/** The fields that a header may name, best first. Every proposal asks it of every header, so that answers are kept. */
export function matchName(header: string): readonly NameMatch[] {
  const found = answers.get(header) ?? matchesOf(header);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(header, found);
  return found;
}

function matchesOf(header: string): NameMatch[] {
  const name = foldName(header);
  const matches: NameMatch[] = [];
  for (const field of FIELDS) {
    const rank = NAMES[field].get(name);
    if (rank !== undefined) {
      matches.push({ field, how: 'whole', score: 100 - Math.min(rank, 49) });
      continue;
    }
    const part = partScore(name, field);
    if (part > 0) matches.push({ field, how: 'part', score: part });
  }
  // "Client No" beside "Client": the number tells people apart, whatever the list calls them.
  if (namesBuyersNumber(header) && !matches.some(({ field }) => field === 'customer'))
    matches.push({ field: 'customer', how: 'part', score: 99 });
  if (COUNT_OF.test(name) && !matches.some(({ field }) => field === 'quantity'))
    matches.push({ field: 'quantity', how: 'part', score: 45 });
  return matches.sort((a, b) => b.score - a.score);
}

function partScore(name: string, field: Field): number {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 6) return 0;
  const harmless = new Set([...HARMLESS, ...(HARMLESS_FOR[field] ?? [])]);
  let best = 0;
  for (const [known, rank] of NAMES[field]) {
    if (known.length < 3 || known.length >= name.length || !name.includes(known)) continue;
    const parts = known.split(' ');
    if (parts.length >= words.length) continue;
    for (let at = 0; at + parts.length <= words.length; at++) {
      if (words.slice(at, at + parts.length).join(' ') !== known) continue;
      const around = [...words.slice(0, at), ...words.slice(at + parts.length)];
      if (around.every((word) => harmless.has(word)))
        best = Math.max(best, 50 - Math.min(rank, 25) + parts.length);
    }
  }
  return best;
}
