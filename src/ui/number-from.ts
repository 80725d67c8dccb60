/** A number as a person types it, with a point or a comma; null where it is none, or not between the two ends. */
export function numberFrom(
  typed: string,
  { minimum, maximum, whole }: { minimum: number; maximum: number; whole?: boolean },
): number | null {
  const text = typed.trim().replace(/%$/, '').trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$|^\.\d+$/.test(text)) return null;
  const value = Number(text);
  if (value < minimum || value > maximum || (whole && !Number.isInteger(value))) return null;
  return value;
}
