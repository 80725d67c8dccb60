import { words } from '../i18n/words';
import { AVERAGE, placesOf, type HeatmapData } from './heatmap';
import type { LinesData } from './lines';

/** What the marks of this picture mean; only those that occur in it. A saved picture marks names with `*`. */
export function heatmapNotes(data: HeatmapData, saved = false): string[] {
  const places = placesOf(data).flat();
  const looks = new Set(places.map(({ look }) => look));
  const said = words.charts;
  const notes: [boolean, string][] = [
    [places.some(({ open }) => open), said.keyOpen],
    [places.some(({ cell }) => cell?.likely === 'tested'), said.keyLikely],
    [places.some(({ cell }) => cell?.likely === 'further'), said.keyFurther],
    [looks.has('hollow'), said.keyHollow],
    [looks.has('pale'), said.keyPale],
    [looks.has('counts'), said.keyCounts],
    [data.rows.some(({ left_cut }) => left_cut), saved ? said.keyLeftCutSaved : said.keyLeftCut],
  ];
  return notes.filter(([occurs]) => occurs).map(([, note]) => note);
}

export function linesNotes({ lines, starts_at_all }: LinesData): string[] {
  const said = words.charts;
  const notes: [boolean, string][] = [
    [lines.some(({ points }) => points.some(({ complete }) => !complete)), said.keyDashed],
    [
      lines.some(({ key, points }) => key === AVERAGE && points.some(({ low }) => low !== undefined)),
      said.keyBand,
    ],
    [starts_at_all, said.startsAtAll],
  ];
  return notes.filter(([occurs]) => occurs).map(([, note]) => note);
}
