import * as Plot from '@observablehq/plot';
import { format } from '../i18n/format';
import type { Hue } from './draw-bars';
import { draw, everySoMany, freshId, hatch } from './plot';

/** One part of one period's column; below the line where negative. */
export interface ColumnPart {
  period: string;
  part: string;
  value: number;
  colour: Hue;
  open: boolean;
}

const HEIGHT = 320;

/** Columns over time, their parts stacked: what came above the line, what went below it. Open periods are hatched. */
export function drawColumns(
  parts: readonly ColumnPart[],
  width: number,
  labels: { period: (period: string) => string; unit: string },
): SVGSVGElement {
  const periods = [...new Set(parts.map(({ period }) => period))];
  const every = everySoMany(periods.map(labels.period), width - 60);
  const fill = ({ colour }: ColumnPart) => `var(--${colour})`;
  const open = parts.filter((part) => part.open);
  const id = freshId('open');
  const quiet = { fill: 'var(--muted)', color: 'var(--muted)', fontSize: 12 } as const;
  const svg = draw({
    ...{ width, height: HEIGHT, marginLeft: 60, marginRight: 8, marginTop: 28, marginBottom: 28 },
    x: { type: 'band', domain: periods, axis: null, padding: 0.15 },
    y: { type: 'linear', axis: null },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.barY([...parts], Plot.stackY({ x: 'period', y: 'value', fill, order: null, z: 'part' })),
      Plot.barY(open, Plot.stackY({ x: 'period', y: 'value', fill: `url(#${id})`, order: null, z: 'part' })),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => format.number(value),
        ...quiet,
      }),
      Plot.axisX(
        periods.filter((_, at) => at % every === 0),
        { tickSize: 0, label: null, tickFormat: (period: string) => labels.period(period), ...quiet },
      ),
      Plot.text([labels.unit], { frameAnchor: 'top-left', textAnchor: 'start', dx: -52, dy: -20, ...quiet }),
    ],
  });
  hatch(svg, id, 'var(--paper)', 0.8);
  return svg;
}
