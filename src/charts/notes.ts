import { words } from '../i18n/words';
import { AVERAGE, placesOf, type HeatmapData } from './heatmap';
import type { LegendItem } from './legend';
import type { LinesData } from './lines';

const occurring = (items: readonly [boolean, LegendItem][]): LegendItem[] =>
  items.filter(([occurs]) => occurs).map(([, item]) => item);

/** What the marks of this picture mean; only those that occur in it. */
export function heatmapLegend(data: HeatmapData): LegendItem[] {
  const places = placesOf(data).flat();
  const looks = new Set(places.map(({ look }) => look));
  const said = words.charts;
  return occurring([
    [places.some(({ open }) => open), { swatch: 'hatch', label: said.keyOpen }],
    [places.some(({ cell }) => cell?.likely === 'tested'), { swatch: 'dots', label: said.keyLikely }],
    [places.some(({ cell }) => cell?.likely === 'further'), { swatch: 'dots-empty', label: said.keyFurther }],
    [looks.has('hollow'), { swatch: 'hollow', label: said.keyHollow }],
    [looks.has('pale'), { swatch: 'pale', label: said.keyPale }],
    [looks.has('counts'), { swatch: 'counts', label: said.keyCounts }],
    [data.rows.some(({ left_cut }) => left_cut), { swatch: 'left-cut', label: said.keyLeftCut }],
  ]);
}

/** A saved picture marks names with `*`, since nothing can be hatched behind a text of it. */
export const heatmapSaved = (data: HeatmapData): { legend: LegendItem[]; notes: string[] } => ({
  legend: heatmapLegend(data).filter(({ swatch }) => swatch !== 'left-cut'),
  notes: data.rows.some(({ left_cut }) => left_cut) ? [words.charts.keyLeftCutSaved] : [],
});

export const linesLegend = ({ lines }: LinesData): LegendItem[] =>
  occurring([
    [
      lines.some(({ points }) => points.some(({ complete }) => !complete)),
      { swatch: 'dashed', label: words.charts.keyDashed },
    ],
    [
      lines.some(({ key, points }) => key === AVERAGE && points.some(({ low }) => low !== undefined)),
      { swatch: 'band', label: words.charts.keyBand },
    ],
  ]);

/** What no mark can say. */
export const linesNotes = ({ starts_at_all }: LinesData): string[] =>
  starts_at_all ? [words.charts.startsAtAll] : [];
