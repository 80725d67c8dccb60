/** Texts that compare without being folded letter by letter. */
export const ASCII = /^[\0-\x7f]*$/;

/** A text as it is compared: without case, accents and the strokes of Đ, Ł and Ø. */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .replace(/[đĐ]/g, 'd')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}
