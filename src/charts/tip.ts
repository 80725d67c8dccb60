/** What a tooltip shows and where, in pixels of the box that holds it. */
export interface Tip {
  title: string;
  facts: string[];
  x: number;
  y: number;
  /** Which way it opens, so that it stays inside the box. */
  side: 'left' | 'right';
}

/** Beside the point (`x`, `y`), opening to the side of `width` with more room. */
export const tipAt = (title: string, facts: string[], x: number, y: number, width: number): Tip => ({
  title,
  facts,
  x,
  y,
  side: x > width / 2 ? 'left' : 'right',
});
