/** Every letter has another look, so that a letter without an accent did not come through the catalogue. */
const LOOKS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => [
    letter,
    [...'áƀçďéƒğĥíĵķłɱñöþɋŕšţúṽŵẋýžÁƁÇĎÉƑĞĤÍĴĶŁṀÑÖÞɊŔŠŢÚṼŴẊÝŽ'][at]!,
  ]),
);
/** Stand around a value while the sentence that holds it is written; no text has them. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const VALUE = new RegExp(`${OPEN}[^${CLOSE}]*${CLOSE}`, 'gu');

const look = (text: string): string => [...text].map((letter) => LOOKS[letter] ?? letter).join('');

/** "[Šáṽé ţĥíš łíšţ ~~~~~]": accented, two fifths longer, in brackets; values in it stay as they are. */
export function accented(text: string): string {
  if (!/\p{L}/u.test(text.replace(VALUE, ''))) return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
  const values = text.match(VALUE) ?? [];
  const said = text.split(VALUE).map(look);
  const whole = said.map((part, at) => part + (values[at] ?? '').slice(1, -1)).join('');
  return `[${whole} ${'~'.repeat(Math.ceil(0.4 * said.join('').length))}]`;
}

const mapped = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, change)]));
};
const marked = (value: unknown): unknown => mapped(value, (text) => `${OPEN}${text}${CLOSE}`);
const unmarked = (value: unknown): unknown =>
  mapped(value, (text) => text.replaceAll(OPEN, '').replaceAll(CLOSE, ''));

/** What is said with values that are marked; null where a text was not only shown but asked what it is, as the key of another one. */
function withMarks(said: (...values: unknown[]) => unknown, values: unknown[], plain: unknown): unknown {
  try {
    const told = Reflect.apply(said, undefined, marked(values) as unknown[]);
    return JSON.stringify(unmarked(told)) === JSON.stringify(plain) ? told : null;
  } catch {
    return null;
  }
}

/** Everything that a catalogue says: texts, and what functions make of their values. */
export function pseudo<T>(said: T): T {
  if (typeof said === 'string') return accented(said) as T;
  if (typeof said === 'function')
    return ((...values: unknown[]): unknown => {
      const plain: unknown = (said as (...given: unknown[]) => unknown)(...values);
      return mapped(withMarks(said as (...given: unknown[]) => unknown, values, plain) ?? plain, accented);
    }) as T;
  if (Array.isArray(said)) return said.map((one: unknown) => pseudo(one)) as T;
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(
    Object.entries(said).map(([name, one]) => [name, name === 'id' ? one : pseudo(one)]),
  ) as T;
}

/** A method: headings and paragraphs, each in brackets; formulas, set in by four blanks, are no language. */
export const pseudoMethod = (text: string): string =>
  text
    .split(/(\n\s*\n)/)
    .map((part) => {
      if (part.trim() === '' || part.startsWith('    ')) return part;
      const [, sign = '', rest = ''] = /^(#+ )?([\s\S]*)$/.exec(part) ?? [];
      return sign + accented(rest.trim());
    })
    .join('');
