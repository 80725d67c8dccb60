import type { SaveableFigure } from '../charts/actions';

const figures: SaveableFigure[] = [];

/** The figures of the page on screen, in their order: what saves them from elsewhere asks here. */
export const figuresOnScreen = (): readonly SaveableFigure[] => figures;

/** Called by a figure while it is there. */
export function isOnScreen(figure: SaveableFigure): () => void {
  figures.push(figure);
  return () => void figures.splice(figures.indexOf(figure), 1);
}
