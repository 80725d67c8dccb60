export const ENCODINGS = [
  'utf-8',
  'utf-8',
  'utf-8 with mark',
  'utf-16le',
  'utf-16be',
  'windows-1252',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The marks that Windows-1252 has where Latin-1 has none. */
const WINDOWS: Record<string, number> = { '€': 0x80, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };

/** The bytes of a text. Throws where the encoding has no place for a letter: the text is wrong for it. */
export function bytesOf(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with mark') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'windows-1252')
    return Uint8Array.from(text, (letter) => {
      const code = WINDOWS[letter] ?? letter.charCodeAt(0);
      if (code > 255) throw new Error(`"${letter}" is not in Windows-1252`);
      return code;
    });
  const units = new Uint8Array(2 * text.length + 2);
  const view = new DataView(units.buffer);
  `\ufeff${text}`.split('').forEach((unit, i) => {
    view.setUint16(2 * i, unit.charCodeAt(0), encoding === 'utf-16le');
  });
  return units;
}
