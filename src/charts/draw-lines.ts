import * as Plot from '@observablehq/plot';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';
import { AVERAGE } from './heatmap';
import { reading, unitHead } from './labels';
import {
  domainOf,
  drawable,
  FEW_LINES,
  spread,
  strokesOf,
  type Line,
  type LinePoint,
  type LinesData,
} from './lines';
import { draw } from './plot';

/** Where things stand in the picture, in px: one arithmetic for Plot, the labels, the keyboard and the pointer. */
export interface Layout {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  domain: [number, number];
  x: (age: number) => number;
  y: (value: number) => number;
  /** The value at a height: the inverse of `y`. */
  value: (y: number) => number;
}

const LABEL_GAP = 16;
const CHARACTER = 7;
/** With more points than this a line is drawn without its dots. */
const FEW_POINTS = 24;

export const nameOf = (line: Line, longest = 24): string =>
  line.key === AVERAGE ? words.charts.average : shown(line.label, longest);

/** The lines whose names stand at their ends. */
export const named = (data: LinesData): Line[] =>
  data.lines.length > FEW_LINES + 1 ? data.lines.filter(({ key }) => key === AVERAGE) : data.lines;

export function layoutOf(data: LinesData, room: number): Layout {
  const width = Math.max(280, Math.min(1120, room));
  const height = width < 560 ? 260 : 340;
  const domain = domainOf(data);
  const longest = named(data).reduce((most, line) => Math.max(most, nameOf(line).length), 0);
  const between = [0.1, 0.25, 0.5, 0.75].map((share) => domain[0] + share * (domain[1] - domain[0]));
  const ticks = [...domain, ...between].map((value) => reading(value, data).length);
  const left = Math.max(36, Math.max(...ticks) * CHARACTER + 14);
  const right = width - Math.min(longest * CHARACTER + 12, width * 0.32) - 8;
  const [top, bottom] = [28, height - 44];
  const [first = 0, last = 1] = [data.ages[0], data.ages.at(-1)];
  return {
    ...{ width, height, left, right, top, bottom, domain },
    x: (age) =>
      last === first ? (left + right) / 2 : left + ((age - first) / (last - first)) * (right - left),
    value: (y) => domain[0] + ((bottom - y) / (bottom - top)) * (domain[1] - domain[0]),
    y: (value) => bottom - ((value - domain[0]) / (domain[1] - domain[0])) * (bottom - top),
  };
}

const colourOf = ({ colour }: Line) => (colour === 0 ? 'var(--ink)' : `var(--series-${colour})`);

/** Round ages that fit beside each other on the axis. */
function ageTicks(ages: number[], layout: Layout): number[] {
  const fit = Math.max(2, Math.floor((layout.right - layout.left) / 40));
  const every = [1, 2, 3, 6, 12, 24, 48, 96].find((step) => ages.length / step <= fit) ?? ages.length;
  return ages.filter((age) => age % every === 0);
}

/** Curves: thin for rows, bold for all together with its interval as a band, dashed where still open. */
export function drawLines(data: LinesData, layout: Layout): SVGSVGElement {
  const { width, height, left, right, top, bottom, domain } = layout;
  const mean = data.lines.find(({ key }) => key === AVERAGE);
  const band = (mean?.points ?? []).filter(
    (point) => drawable(point) && point.low !== undefined && point.high !== undefined,
  );
  const labels = namesAtEnds(data, layout);
  const quiet = { fill: 'var(--muted)', fontSize: 12 } as const;
  return draw({
    ...{
      width,
      height,
      marginLeft: left,
      marginRight: width - right,
      marginTop: top,
      marginBottom: height - bottom,
    },
    x: {
      type: 'linear',
      domain: [data.ages[0] ?? 0, data.ages.at(-1) ?? 1],
      range: [left, right],
      axis: null,
    },
    y: { type: 'linear', domain, range: [bottom, top], axis: null },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => reading(value, data),
        ...quiet,
        color: 'var(--muted)',
      }),
      Plot.axisX(ageTicks(data.ages, layout), {
        tickSize: 4,
        label: null,
        tickFormat: String,
        ...quiet,
        color: 'var(--muted)',
      }),
      Plot.text([unitHead(data)], {
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: 8 - left,
        dy: -22,
        ...quiet,
      }),
      Plot.text([data.age_title ?? words.charts.ages], { frameAnchor: 'bottom', dy: 36, ...quiet }),
      Plot.areaY(band, { x: 'age', y1: 'low', y2: 'high', fill: 'var(--ink)', fillOpacity: 0.12 }),
      ...data.lines.flatMap((line) => marksOf(line)),
      ...labels.map(({ line, y, from }) =>
        Plot.link([from], {
          ...{
            x1: 'age',
            y1: 'value',
            x2: () => data.ages.at(-1) ?? 0,
            y2: () => layout.value(y),
            insetStart: 6,
          },
          ...{ stroke: colourOf(line), strokeOpacity: 0.5, strokeDasharray: '1 3' },
        }),
      ),
      ...labels.map(({ line, y }) =>
        Plot.text([nameOf(line, Math.max(6, Math.floor((width - right - 12) / CHARACTER)))], {
          ...{ frameAnchor: 'top-right', textAnchor: 'start', lineAnchor: 'middle', dx: 10, dy: y - top },
          ...{ fill: colourOf(line), fontSize: 12, fontWeight: line.colour === 0 ? 600 : 400 },
        }),
      ),
    ],
  });
}

function marksOf(line: Line): Plot.Markish[] {
  const stroke = colourOf(line);
  const strokeWidth = line.colour === 0 ? 3 : 1.75;
  const place = { x: 'age', y: 'value' } as const;
  const strokes = strokesOf(line).map(({ points, open }) =>
    Plot.line(points, { ...place, stroke, strokeWidth, ...(open ? { strokeDasharray: '5 4' } : {}) }),
  );
  const all = line.points.filter(drawable);
  const alone = new Set(strokesOf(line).flatMap(({ points }) => (points.length === 1 ? points : [])));
  const dots = all.length > FEW_POINTS ? all.filter((point) => alone.has(point)) : all;
  return [
    ...strokes,
    Plot.dot(
      dots.filter(({ complete }) => complete),
      { ...place, r: strokeWidth + 0.5, fill: stroke },
    ),
    Plot.dot(
      dots.filter(({ complete }) => !complete),
      { ...place, r: strokeWidth + 1, fill: 'var(--paper)', stroke },
    ),
  ];
}

function namesAtEnds(data: LinesData, layout: Layout): { line: Line; y: number; from: LinePoint }[] {
  const ends = named(data).flatMap((line) => {
    const end: LinePoint | undefined = line.points.filter(drawable).at(-1);
    return end && end.value !== null ? [{ line, from: end, y: layout.y(end.value) }] : [];
  });
  const spots = spread(
    ends.map(({ y }) => y),
    LABEL_GAP,
    layout.top,
    layout.bottom,
  );
  return ends.map(({ line, from }, index) => ({ line, from, y: spots[index] ?? 0 }));
}
