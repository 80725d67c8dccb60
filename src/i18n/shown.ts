const LONGEST = 80;

/** Controls, formats (soft hyphen, zero widths, bidi marks, BOM, tags), line separators and blank fillers. */
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const mark = (hidden: string): string => {
  const code = hidden.charCodeAt(0);
  if (code <= 0x1f) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
};

/**
 * A text from a file as it may stand in a label: controls and characters that reorder or hide text become visible
 * marks (`␉`, `�`), text written right to left is kept apart from its neighbours, and a long one is cut at
 * `longest` characters with `…` (the table has it whole).
 */
export function shown(text: string, longest = LONGEST): string {
  const visible = [...text.replace(HIDDEN, mark)];
  const cut = visible.length > longest ? [...visible.slice(0, longest - 1), '…'].join('') : visible.join('');
  return RIGHT_TO_LEFT.test(cut) ? `\u2068${cut}\u2069` : cut;
}

/** The same marks, uncut and without isolates: for HTML, where `<bdi>` keeps the text apart. */
export const marked = (text: string): string => text.replace(HIDDEN, mark);
