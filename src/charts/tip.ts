/** What a tooltip shows and where, in pixels of the box that holds it. */
export interface Tip {
  title: string;
  facts: string[];
  x: number;
  y: number;
  /** Which way it opens, so that it stays inside the box. */
  side: 'left' | 'right';
  /** How wide it may be on that side. */
  room: number;
}

/** Between a point and its tooltip; Tip.svelte moves it by as much. */
const AWAY = 12;
const WIDEST = 260;

/** Beside the point (`x`, `y`), opening to the side of `width` with more room. */
export const tipAt = (title: string, facts: string[], x: number, y: number, width: number): Tip => {
  const side = x > width / 2 ? 'left' : 'right';
  const room = Math.min(WIDEST, (side === 'left' ? x : width - x) - AWAY);
  return { title, facts, x, y, side, room };
};
