/** A rate as a person types it, with a dot or a comma; null where it is none. */
export function rateFrom(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,7}(\.\d{0,10})?$|^\.\d{1,10}$/.test(plain)) return null;
  const rate = Number(plain);
  return rate > 0 ? rate : null;
}

/** The rates that were filled in, with the counted currency at 1. */
export function ratesFrom(
  into: string,
  texts: readonly (readonly [currency: string, text: string])[],
): Record<string, number> {
  const rates: Record<string, number> = { [into]: 1 };
  for (const [currency, text] of texts) {
    const rate = rateFrom(text);
    if (rate !== null) rates[currency] = rate;
  }
  return rates;
}
