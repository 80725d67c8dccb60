import * as Plot from '@observablehq/plot';
import { format } from '../i18n/format';
import { words } from '../i18n/words';
import { spread } from './lines';
import { withMarks, type Mark } from './marks';
import { draw, everySoMany, place } from './plot';

/** One layer's part of one period; layers lie on each other in the order of `layers`, the first at the bottom. */
export interface LayerPart {
  period: string;
  layer: string;
  value: number;
}

const HEIGHT = 360;
const LABEL_ROOM = 130;

/** What each group of customers adds over time, one on the other: the darkest came first, grey is nobody named. */
export function drawLayers(
  parts: readonly LayerPart[],
  layers: readonly { layer: string; label: string; grey?: boolean }[],
  width: number,
  labels: { period: (period: string) => string; unit: string; value: (value: number) => string },
): SVGSVGElement {
  const periods = [...new Set(parts.map(({ period }) => period))].sort();
  const values = new Map(parts.map((part) => [`${part.period} ${part.layer}`, part.value]));
  const below = new Map(periods.map((period) => [period, 0]));
  const stacked = layers.flatMap(({ layer }) =>
    periods.map((period, at) => {
      const from = below.get(period) ?? 0;
      const to = from + Math.max(0, values.get(`${period} ${layer}`) ?? 0);
      below.set(period, to);
      return { layer, at, from, to };
    }),
  );
  const most = Math.max(...below.values(), 1e-9);
  const [top, bottom, left] = [28, HEIGHT - 28, 60];
  const colours = layers.filter(({ grey }) => !grey).length;
  const shade = (at: number) => 0.9 - (colours > 1 ? (0.65 * at) / (colours - 1) : 0);
  const ends = layers.map(({ layer }) => {
    const last = stacked.findLast((one) => one.layer === layer);
    return bottom - (((last?.from ?? 0) + (last?.to ?? 0)) / 2 / most) * (bottom - top);
  });
  const spots = spread(ends, 15, top, bottom);
  const every = everySoMany(periods.map(labels.period), width - 190);
  const quiet = { fill: 'var(--muted)', color: 'var(--muted)', fontSize: 12 } as const;
  const picture = draw({
    ...{ width, height: HEIGHT, marginLeft: left, marginRight: LABEL_ROOM, marginTop: top, marginBottom: 28 },
    x: { type: 'linear', domain: [0, Math.max(1, periods.length - 1)], axis: null },
    y: { type: 'linear', domain: [0, most], axis: null },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--rule)', strokeOpacity: 1 }),
      ...layers.map(({ layer, grey }, at) =>
        Plot.areaY(
          stacked.filter((one) => one.layer === layer),
          {
            ...{ x: 'at', y1: 'from', y2: 'to', fill: grey ? 'var(--muted)' : 'var(--return)' },
            ...{ fillOpacity: grey ? 0.35 : shade(at), stroke: 'var(--paper)', strokeWidth: 0.75 },
          },
        ),
      ),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => format.number(value),
        ...quiet,
      }),
      Plot.axisX(
        periods.map((_, at) => at).filter((at) => at % every === 0),
        { tickSize: 4, label: null, tickFormat: (at: number) => labels.period(periods[at] ?? ''), ...quiet },
      ),
      Plot.text([labels.unit], { frameAnchor: 'top-left', textAnchor: 'start', dx: -52, dy: -20, ...quiet }),
      ...layers.map(({ label }, at) =>
        Plot.text([label], {
          ...{ frameAnchor: 'top-right', textAnchor: 'start', lineAnchor: 'middle', dx: 8 },
          ...{ dy: (spots[at] ?? 0) - top, fill: 'var(--ink)', fontSize: 12 },
        }),
      ),
    ],
  });
  const [x, y] = [place(picture, 'x'), place(picture, 'y')];
  const step = x.at(1) - x.at(0);
  const marks = layers.flatMap(({ layer, label }, at) =>
    stacked.flatMap((one): Mark[] => {
      if (one.layer !== layer || one.to <= one.from) return [];
      const period = periods[one.at] ?? '';
      return [
        {
          ...{ row: layers.length - at, column: one.at, title: labels.period(period) },
          facts: [words.charts.fact(label, labels.value(values.get(`${period} ${layer}`) ?? 0))],
          ...{
            x: x.at(one.at) - step / 2,
            width: step,
            y: y.at(one.to),
            height: y.at(one.from) - y.at(one.to),
          },
        },
      ];
    }),
  );
  return withMarks(
    picture,
    marks.sort((one, other) => one.column - other.column || one.row - other.row),
  );
}
