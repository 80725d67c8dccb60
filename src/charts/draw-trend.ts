import * as Plot from '@observablehq/plot';
import type { TrendPoint } from './age-trend';
import { words } from '../i18n/words';
import { format } from '../i18n/format';
import { withMarks, type Mark } from './marks';
import { draw, place } from './plot';

const HEIGHT = 300;
const LABEL_WIDTH = 72;

/** One point for each row with its interval, from the first start period to the last. */
export function drawTrend(
  points: readonly TrendPoint[],
  width: number,
  reading: (value: number) => string,
): SVGSVGElement {
  const tops = points.map(({ value, high = value }) => Math.max(value, high));
  const bottoms = points.map(({ value, low = value }) => Math.min(value, low));
  const every = Math.max(1, Math.ceil(points.length / Math.max(1, Math.floor((width - 80) / LABEL_WIDTH))));
  const quiet = { fill: 'var(--muted)', color: 'var(--muted)', fontSize: 12 } as const;
  const at = { x: (_: TrendPoint, place: number) => place } as const;
  const picture = draw({
    ...{ width, height: HEIGHT, marginLeft: 64, marginRight: 24, marginTop: 16, marginBottom: 32 },
    x: { type: 'linear', domain: [-0.5, points.length - 0.5], axis: null },
    y: { type: 'linear', domain: [Math.min(0, ...bottoms), Math.max(...tops, 1e-9)], axis: null },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => reading(value),
        ...quiet,
      }),
      Plot.axisX(
        points.map((_, place) => place).filter((place) => place % every === 0),
        { tickSize: 0, label: null, tickFormat: (place: number) => points[place]?.label ?? '', ...quiet },
      ),
      Plot.ruleX(points, { ...at, y1: 'low', y2: 'high', stroke: 'var(--muted)', strokeOpacity: 0.6 }),
      Plot.line(points, { ...at, y: 'value', stroke: 'var(--ink)', strokeWidth: 1.75 }),
      Plot.dot(points, {
        ...{ ...at, y: 'value', r: 3.5, fill: 'var(--ink)' },
        fillOpacity: ({ pale }: TrendPoint) => (pale ? 0.35 : 1),
      }),
    ],
  });
  const [x, y] = [place(picture, 'x'), place(picture, 'y')];
  const marks = points.map(({ label, value, low, high, of, pale }, column): Mark => {
    const facts = [reading(value), words.charts.fromCustomers(format.count(of))];
    if (low !== undefined && high !== undefined)
      facts.push(words.charts.between(reading(low), reading(high)));
    if (pale) facts.push(words.charts.fewCustomers);
    return {
      ...{ row: 0, column, title: label, facts },
      ...{ x: x.at(column) - 5, y: y.at(value) - 5, width: 10, height: 10 },
    };
  });
  return withMarks(picture, marks);
}
