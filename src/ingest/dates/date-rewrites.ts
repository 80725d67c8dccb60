/** A pattern for RE2 and for JavaScript, whatever the capitals, and what stands in its place; \1 is its first group. */
export type Rewrite = readonly [pattern: string, to: string];

const MORNING_AFTER =
  'a\\.? ?m\\.?|vorm\\.?|fm|π\\.? ?μ\\.?|sa|ص|ق\\.? ?ظ\\.?|오전|上午|午前|de\\.?|öö|pg|д\\.? ?п\\.?|ap\\.?';
const EVENING_AFTER =
  'p\\.? ?m\\.?|nachm\\.?|em|μ\\.? ?μ\\.?|ch|م|ب\\.? ?ظ\\.?|오후|下午|午後|午后|du\\.?|ös|ptg|п\\.? ?п\\.?|ip\\.?';
const CLOCK = '([0-9]{1,2}(?::[0-9]{2}){1,2})';
const after = (words: string) => `(:[0-9]{2}(?:\\.[0-9]+)?) ?(?:${words})( |$)`;
const before = (words: string) => `(?:${words}) ?${CLOCK}`;

/** Halves of the day in other languages as AM and PM behind the clock. What stands for the evening (晚上) is left: at twelve it is the next day. */
export const HALF_DAYS: readonly Rewrite[] = [
  [before('上午|午前|오전|凌晨|早上|öö|a\\.?m\\.?'), '\\1 AM'],
  [before('下午|午後|午后|오후|ös|p\\.?m\\.?'), '\\1 PM'],
  [after(MORNING_AFTER), '\\1 AM\\2'],
  [after(EVENING_AFTER), '\\1 PM\\2'],
];

/** Blanks of any width as ours, and no marks for the direction of writing. */
export const BLANKS: readonly Rewrite[] = [
  ['[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]', ''],
  ['[\u00a0\u2000-\u200a\u202f\u3000]', ' '],
];

/** Other ways to write a date or its clock, in the order in which they are put right. */
export const REWRITES: readonly Rewrite[] = [
  ...BLANKS,
  // The name of the zone after a clock: [Europe/Berlin], (Central European Time), America/New_York.
  [' ?\\[[^\\]]*\\]$', ''],
  ['([0-9]) ?\\([^()0-9]+\\)$', '\\1'],
  [' (?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[a-z_]+(?:/[a-z_]+)?$', ''],
  ['(?:UTC|GMT) ?([+-][0-9]{2})', '\\1'],
  ['([0-9]{1,2}) ?[时時點点시] ?([0-9]{2}) ?[分분]', '\\1:\\2'],
  ['(:[0-9]{2}) ?([0-9]{2}) ?[秒초]', '\\1:\\2'],
  ['([0-9]{4}) ?년 ?([0-9]{1,2}) ?월 ?([0-9]{1,2}) ?일', '\\1-\\2-\\3'],
  ['^([0-9]{1,4}\\. ?[0-9]{1,2}\\. ?[0-9]{1,4})\\.( |$)', '\\1\\2'],
  ['([0-9]{4}) ?г(?:\\.|ода)?', '\\1'],
  [' ?(?:พ\\.? ?ศ\\.?|ค\\.? ?ศ\\.?) ?([0-9]{4})', ' \\1'],
  ['( [0-9]{1,2}) ?h ?([0-9]{2})$', '\\1:\\2'],
  ['(:[0-9]{2}) ?(?:Uhr|hs?\\.?|giờ|น\\.?)$', '\\1'],
  ...HALF_DAYS,
];

const compiled = new Map<Rewrite, RegExp>();

function patternOf(rewrite: Rewrite): RegExp {
  const found = compiled.get(rewrite) ?? new RegExp(rewrite[0], 'giu');
  compiled.set(rewrite, found);
  return found;
}

/** A text or a shape after some of the rewrites. */
export const rewritten = (text: string, rewrites: readonly Rewrite[]): string =>
  rewrites.reduce(
    (read, rewrite) => read.replace(patternOf(rewrite), rewrite[1].replaceAll('\\', '$')),
    text,
  );

/** The rewrites that change a shape (digits as 9), in order. */
export function rewritesOf(shape: string): Rewrite[] {
  let read = shape;
  return REWRITES.filter((rewrite) => {
    const before = read;
    read = rewritten(read, [rewrite]);
    return read !== before;
  });
}
