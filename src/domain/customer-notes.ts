/** Why a customer left, as the owner has been told: a short list that can be counted. */
export const REASONS = [
  'price',
  'product',
  'service',
  'elsewhere',
  'no_need',
  'moved',
  'unreachable',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** What an owner writes of one customer; an empty text says nothing. */
export interface CustomerNote {
  reason: Reason | null;
  /** The reason in the owner's own words. */
  reason_text: string;
  note: string;
  /** Day of the last change, 'YYYY-MM-DD'. */
  written_on: string;
}

/** Notes under the customers' keys. */
export type CustomerNotes = ReadonlyMap<string, CustomerNote>;

/** Texts longer than this are cut where they are written. */
export const LONGEST_NOTE = 2000;

export const isEmpty = ({ reason, reason_text, note }: CustomerNote): boolean =>
  reason === null && reason_text === '' && note === '';

/** How many of these customers have each reason, most first; `all` is how many have any. */
export function countReasons(customers: readonly string[], notes: CustomerNotes) {
  const counts = new Map<Reason, number>();
  for (const customer of customers) {
    const reason = notes.get(customer)?.reason;
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const each = [...counts].sort(([one, many], [other, more]) => more - many || order(one) - order(other));
  return { all: each.reduce((sum, [, count]) => sum + count, 0), each };
}

const order = (reason: Reason) => REASONS.indexOf(reason);
