import * as Plot from '@observablehq/plot';
import type { Place } from './heatmap';

/** How much of its colour a likely cell has. */
const LIKELY = 0.3;

/** A dashed frame, dots, and where the model was tested so far ahead a part of the colour: nothing that a counted cell has. */
export const likelyMarks = (
  places: readonly Place[],
  here: Plot.CellOptions,
  fill: (place: Place) => string,
  dots: string,
): Plot.Markish[] => [
  Plot.cell(
    places.filter(({ step }) => step !== null),
    { ...here, inset: 3, fill, fillOpacity: LIKELY },
  ),
  Plot.cell(places, { ...here, inset: 3, fill: `url(#${dots})` }),
  Plot.cell(places, { ...here, inset: 3, fill: 'none', stroke: 'var(--edge)', strokeDasharray: '3 2' }),
];
