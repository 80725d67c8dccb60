import type { Hue } from './draw-bars';

/** What a mark looks like: a colour of meaning, or one of the looks that no colour carries. */
export type Swatch =
  | Hue
  /** The colour of return, pale: back after a pause. */
  | 'return-pale'
  /** The same again: a stream with an edge. */
  | 'return-edged'
  | 'pale'
  | 'hatch'
  | 'dots'
  | 'dots-empty'
  | 'hollow'
  | 'counts'
  | 'left-cut'
  | 'interval'
  | 'band'
  | 'dashed'
  /** What the columns are compared with. */
  | 'line';

/** One look of a picture and what it means. */
export interface LegendItem {
  swatch: Swatch;
  label: string;
}
