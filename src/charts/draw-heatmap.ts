import * as Plot from '@observablehq/plot';
import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';
import { AVERAGE, columnsOf, placesOf, rampOf, type HeatmapData, type Place } from './heatmap';
import { cellText, columnHead, columnsTitle, rowLabel, unitHead } from './labels';
import { likelyMarks } from './draw-likely';
import { dots, draw, freshId, hatch } from './plot';

/** Pixel sizes of the grid. */
export interface Grid {
  cellWidth: number;
  cellHeight: number;
}

const CELL_HEIGHT = 28;
const SMALL_CELL_HEIGHT = 24;
const CHARACTER = 7;
const SAVED_ROOM = 900;
const LONGEST_NAME = 40;

/** Cells as wide as the room allows, never narrower than their longest text; at least 24 px to hit, at most 72 wide. */
export function gridFor(places: Place[][], data: HeatmapData, room: number): Grid {
  // The head of a calendar period breaks at its blanks.
  const heads = data.layout ? columnsOf(data).flatMap((column) => columnHead(column, data).split(' ')) : [];
  const texts = [...places.flat().map((place) => cellText(place, data)), ...heads];
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 2);
  const least = Math.max(30, longest * CHARACTER + 10);
  const wide = Math.floor(room / Math.max(1, columnsOf(data).length));
  return {
    cellWidth: Math.max(least, Math.min(72, wide)),
    cellHeight: places.length > 30 ? SMALL_CELL_HEIGHT : CELL_HEIGHT,
  };
}

interface Margins {
  top: number;
  left: number;
}

/** So many rows and ages of a large grid are one picture; a screen shows a dozen of them. */
const TILE_ROWS = 12;
const TILE_AGES = 10;
/** Below this many places the whole grid is one picture. */
const ONE_PICTURE = 1500;

/** A part of the grid, at its place in pixels. */
export interface Tile extends Box {
  places: Place[][];
}

/** In pixels of the whole grid. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * The grid in parts, so that only those in sight are drawn: 200 weeks by 200 would be 80,000 shapes, of which a screen holds
 * a thousand. A small grid is one part.
 */
export function tilesOf(places: Place[][], { cellWidth, cellHeight }: Grid): Tile[] {
  const ages = places[0]?.length ?? 0;
  const isSmall = places.length * ages <= ONE_PICTURE;
  const rows = isSmall ? places.length : TILE_ROWS;
  const columns = isSmall ? ages : TILE_AGES;
  const tiles: Tile[] = [];
  for (let row = 0; row < places.length; row += rows)
    for (let age = 0; age < ages; age += columns) {
      const part = places.slice(row, row + rows).map((line) => line.slice(age, age + columns));
      const [width, height] = [columns * cellWidth, rows * cellHeight];
      tiles.push({ places: part, left: age * cellWidth, top: row * cellHeight, width, height });
    }
  return tiles;
}

export const isInSight = (tile: Box, sight: Box): boolean =>
  tile.left <= sight.left + sight.width &&
  tile.left + tile.width >= sight.left &&
  tile.top <= sight.top + sight.height &&
  tile.top + tile.height >= sight.top;

/**
 * The cells as one Plot picture: `Plot.cell` for the fills, hatches and hollows, `Plot.text` for the figures. Heads stand
 * outside as HTML, so that they stay in sight while 60 × 60 cells scroll, carry tick boxes and wrap long names; they are
 * drawn into the picture only for saving (`margins` given).
 */
export function drawHeatmap(
  places: Place[][],
  data: HeatmapData,
  { cellWidth, cellHeight }: Grid,
  margins?: Margins,
): SVGSVGElement {
  const { top, left } = margins ?? { top: 0, left: 0 };
  const all = places.flat();
  const columns = places[0]?.map(({ column }) => column) ?? [];
  const ramp = rampOf(data.unit);
  const here = { x: 'column', y: 'row', inset: 0.5 } as const;
  const fill = ({ step }: Place) => `var(--heat-${ramp}-${step ?? 0})`;
  const isFull = ({ look }: Place) => look === 'full';
  const isLikely = ({ look }: Place) => look === 'likely';
  const grain = all.some(isLikely) ? freshId('dots') : null;
  const ink = (place: Place) => {
    if (isFull(place)) return `var(--heat-ink-${place.step ?? 0})`;
    return place.look === 'given' ? 'var(--muted)' : 'var(--ink)';
  };
  const inks = new Map(
    [...new Set(all.filter(({ open }) => open).map(ink))].map((of) => [of, freshId('hatch')]),
  );
  const cells = (which: (place: Place) => boolean, options: Plot.CellOptions) =>
    Plot.cell(all.filter(which), { ...here, ...options });
  const figures = (which: (place: Place) => boolean, options: Plot.TextOptions) =>
    Plot.text(all.filter(which), {
      ...{ x: 'column', y: 'row', fill: ink, fontSize: 12 },
      text: (place: Place) => cellText(place, data),
      ...options,
    });
  const halo: Plot.TextOptions = {
    stroke: (place: Place) =>
      isFull(place) ? fill(place) : place.look === 'pale' ? 'var(--pale)' : 'var(--paper)',
    strokeWidth: 3,
    strokeOpacity: 0.8,
    strokeLinejoin: 'round',
  };
  const rows = places.map((row) => row[0]?.row ?? '');
  const svg = draw({
    width: left + columns.length * cellWidth,
    height: top + rows.length * cellHeight,
    ...{ marginTop: top, marginLeft: left, marginRight: 0, marginBottom: 0 },
    x: { type: 'band', domain: columns, axis: null, padding: 0, round: false },
    y: { type: 'band', domain: rows, axis: null, padding: 0, round: false },
    color: { type: 'identity' },
    marks: [
      cells(isFull, { fill }),
      cells(({ look }) => look === 'pale', { fill: 'var(--pale)' }),
      cells(({ look }) => look === 'pale', { fill, fillOpacity: PALE }),
      cells(({ look }) => look === 'hollow' || look === 'given', {
        inset: 1.5,
        fill: 'none',
        stroke: 'var(--rule)',
      }),
      cells(({ look }) => look === 'counts' || look === 'none', {
        ...{ inset: 1.5, fill: 'none', stroke: 'var(--edge)', strokeDasharray: '2 3' },
      }),
      ...(grain ? likelyMarks(all.filter(isLikely), here, fill, grain) : []),
      ...[...inks].map(([of, id]) =>
        cells((place) => place.open && ink(place) === of, { fill: `url(#${id})` }),
      ),
      figures(({ open }) => open, halo),
      figures((place) => isLikely(place), { ...halo, stroke: 'var(--paper)' }),
      figures((place) => !place.open && !isLikely(place) && place.row !== AVERAGE, {}),
      figures(({ row }) => row === AVERAGE, { fontWeight: 600 }),
      ...(margins ? heads(places, data) : []),
    ],
  });
  for (const [of, id] of inks) hatch(svg, id, of, 0.35);
  if (grain) dots(svg, grain, 'var(--ink)', 0.4);
  return svg;
}

/** How much of its colour a cell of few customers keeps. */
export const PALE = 0.25;

/** The picture for saving: nothing scrolls in a file, so the heads are part of it. */
export function heatmapToSave(data: HeatmapData): SVGSVGElement {
  const places = placesOf(data);
  const names = places.flatMap((row) => (row[0] ? [nameInFile(row[0], data)] : []));
  const left = names.reduce((most, name) => Math.max(most, name.length), 12) * CHARACTER + 12;
  return drawHeatmap(places, data, gridFor(places, data, SAVED_ROOM), { top: 48, left });
}

function nameInFile(cell: Place, data: HeatmapData): string {
  const row = data.rows.find(({ key }) => key === cell.row);
  if (!row) return rowLabel(cell);
  return `${row.left_cut ? '* ' : ''}${shown(row.label, LONGEST_NAME)}  ${format.count(row.size)}`;
}

/** Heads for the saved picture; the page has them as HTML. */
function heads(places: Place[][], data: HeatmapData): Plot.Markish[] {
  const firsts = places.flatMap((row) => row[0] ?? []);
  const what = `${unitHead(data)} · ${columnsTitle(data)}`;
  const quiet = { fill: 'var(--muted)', fontSize: 12 } as const;
  return [
    Plot.text(firsts, {
      ...{ y: 'row', frameAnchor: 'left', textAnchor: 'end', dx: -8, fill: 'var(--ink)', fontSize: 12 },
      text: (cell: Place) => nameInFile(cell, data),
    }),
    Plot.text(columnsOf(data), {
      ...{ x: (column: number) => column, frameAnchor: 'top', dy: -12, lineAnchor: 'bottom', ...quiet },
      text: (column: number) => columnHead(column, data).replaceAll(' ', '\n'),
    }),
    Plot.text([what], { frameAnchor: 'top-left', textAnchor: 'start', dy: -32, ...quiet }),
    Plot.text([`${data.row_title ?? words.charts.cohort}  ${words.charts.customers}`], {
      ...{ frameAnchor: 'top-left', textAnchor: 'end', dx: -8, dy: -12, ...quiet },
    }),
  ];
}
