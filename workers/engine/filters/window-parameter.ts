const MOST = { months: 1200, days: 36_500 } as const;

/** `{months: 12}`, `{days: 90}` or '12 months' as the text of an interval; null for anything else. */
export function windowText(given: unknown): string | null {
  const [amount, unit] = typeof given === 'string' ? fromText(given) : fromObject(given);
  if (unit !== 'months' && unit !== 'days') return null;
  const isLength = typeof amount === 'number' && Number.isInteger(amount) && amount >= 1;
  return isLength && amount <= MOST[unit] ? `${amount} ${unit}` : null;
}

function fromText(text: string): [unknown, unknown] {
  const [, amount, unit] = /^([1-9]\d{0,5}) (months|days)$/.exec(text) ?? [];
  return [Number(amount), unit];
}

function fromObject(given: unknown): [unknown, unknown] {
  if (typeof given !== 'object' || given === null) return [null, null];
  const [entry, ...more] = Object.entries(given);
  return entry && more.length === 0 ? [entry[1], entry[0]] : [null, null];
}

/** A whole number of days or 'period'; null for anything else. */
export function daysOrPeriod(given: unknown): number | 'period' | null {
  if (given === 'period') return given;
  const isDays = typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= MOST.days;
  return isDays ? given : null;
}
