import * as Plot from '@observablehq/plot';
import { format } from '../i18n/format';
import { words } from '../i18n/words';
import { spread } from './lines';
import { withMarks, type Mark } from './marks';
import { draw, place } from './plot';

export interface Curve {
  label: string;
  /** `x` in the axis's unit, `y` a share or what the axis says; `low` and `high` are the interval around it. */
  points: readonly { x: number; y: number; low?: number; high?: number }[];
  /** 0 is ink and bold, 1 to 6 are the colours of series. */
  colour: number;
  dashed?: boolean;
  /** Too many points to mark each of them. */
  smooth?: boolean;
}

/** An upright line with its words, such as a point from which something else holds. */
export interface Upright {
  x: number;
  label: string;
}

const HEIGHT = 340;
const LABEL_ROOM = 150;

/** Curves of shares over a number, named at their ends; intervals are bands. */
export function drawCurves(
  curves: readonly Curve[],
  width: number,
  axis: {
    x: string;
    y: string;
    ticks: readonly number[];
    tick: (value: number) => string;
    /** How heights are written; shares where absent. */
    height?: (value: number) => string;
    uprights?: readonly Upright[];
  },
): SVGSVGElement {
  const all = curves.flatMap(({ points }) => points);
  const most = Math.max(...all.map(({ x }) => x), axis.ticks.at(-1) ?? 1);
  const [top, bottom, left] = [28, HEIGHT - 44, 52];
  const tops = all.map(({ y, high = y }) => Math.max(y, high));
  const high = Math.max(...tops, axis.height ? 0 : 0.01) || 1;
  const low = Math.min(...all.map(({ y }) => y), 0);
  const ends = curves.map(
    ({ points }) => bottom - (((points.at(-1)?.y ?? 0) - low) / (high - low)) * (bottom - top),
  );
  const spots = spread(ends, 16, top, bottom);
  const colour = (curve: Curve) => (curve.colour === 0 ? 'var(--ink)' : `var(--series-${curve.colour})`);
  const quiet = { fill: 'var(--muted)', color: 'var(--muted)', fontSize: 12 } as const;
  const picture = draw({
    ...{ width, height: HEIGHT, marginLeft: left, marginRight: LABEL_ROOM, marginTop: top, marginBottom: 44 },
    x: { type: 'linear', domain: [0, most], axis: null },
    y: { type: 'linear', domain: [low, high], axis: null },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => (axis.height ?? format.rate)(value),
        ...quiet,
      }),
      Plot.axisX([...axis.ticks], {
        tickSize: 4,
        label: null,
        tickFormat: (value: number) => axis.tick(value),
        ...quiet,
      }),
      Plot.text([axis.y], { frameAnchor: 'top-left', textAnchor: 'start', dx: -44, dy: -20, ...quiet }),
      Plot.text([axis.x], { frameAnchor: 'bottom', dy: 38, ...quiet }),
      ...curves
        .filter(({ points }) => points.some((point) => point.low !== undefined))
        .map((curve) =>
          Plot.areaY(
            curve.points.filter(({ low, high }) => low !== undefined && high !== undefined),
            { x: 'x', y1: 'low', y2: 'high', fill: colour(curve), fillOpacity: 0.12 },
          ),
        ),
      Plot.ruleX([...(axis.uprights ?? [])], { x: 'x', stroke: 'var(--loss)', strokeDasharray: '4 3' }),
      ...(axis.uprights ?? []).map((upright, at) =>
        Plot.text([upright], {
          ...{ x: 'x', text: 'label', frameAnchor: 'top', textAnchor: 'start', lineAnchor: 'top' },
          ...{ dx: 5, dy: 2 + 16 * at, fill: 'var(--loss)', fontSize: 12 },
          ...{ stroke: 'var(--paper)', strokeWidth: 4 },
        }),
      ),
      ...curves.flatMap((curve, at) => [
        Plot.line([...curve.points], {
          ...{ x: 'x', y: 'y', stroke: colour(curve), strokeWidth: curve.colour === 0 ? 3 : 1.75 },
          ...(curve.dashed ? { strokeDasharray: '3 4' } : {}),
        }),
        ...(curve.dashed || curve.smooth
          ? []
          : [Plot.dot([...curve.points], { x: 'x', y: 'y', r: 2.5, fill: colour(curve) })]),
        Plot.text([curve.label], {
          ...{ frameAnchor: 'top-right', textAnchor: 'start', lineAnchor: 'middle', dx: 8 },
          ...{ dy: (spots[at] ?? 0) - top, fill: colour(curve), fontSize: 12 },
        }),
      ]),
    ],
  });
  const [xs, ys] = [place(picture, 'x'), place(picture, 'y')];
  const said = axis.height ?? format.rate;
  const marks = curves.flatMap(({ label, points }, row) =>
    points.map(({ x, y, low: from, high: to }): Mark => {
      const facts = [words.charts.fact(axis.x, axis.tick(x)), words.charts.fact(axis.y, said(y))];
      if (from !== undefined && to !== undefined) facts.push(words.charts.between(said(from), said(to)));
      return { ...{ row, column: x, title: label, facts }, ...dot(xs.at(x), ys.at(y)) };
    }),
  );
  return withMarks(picture, marks);
}

const DOT = 8;
const dot = (x: number, y: number) => ({ x: x - DOT / 2, y: y - DOT / 2, width: DOT, height: DOT });
