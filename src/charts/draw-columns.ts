import * as Plot from '@observablehq/plot';
import { format } from '../i18n/format';
import { words } from '../i18n/words';
import { shadeOf, type Hue } from './draw-bars';
import { withMarks, type Mark } from './marks';
import { draw, everySoMany, freshId, hatch, place } from './plot';

/** One part of one period's column; below the line where negative. */
export interface ColumnPart {
  period: string;
  part: string;
  /** What the part is, for those who point at it. */
  label: string;
  value: number;
  colour: Hue;
  /** The same meaning as another part of its colour, less of it. */
  pale?: boolean;
  open: boolean;
}

const HEIGHT = 320;
/** Up to here each column is wide enough for a line of its own. */
const FEW = 24;
/** "200,000" has no room beside the axis: "200k", as in the sentence. */
const tick = (value: number) =>
  Math.abs(value) >= 10_000 ? format.moneyFigure(value, null) : format.number(value);

/** A figure to compare a period's column with. */
export interface Compared {
  period: string;
  value: number;
}

/**
 * Columns over time, their parts stacked: what came above the line, what went below it. Open periods are hatched. What the columns
 * are compared with is a line, or one in each column where they are few; its rim has the colour of the page, so that it is seen on
 * every part.
 */
export function drawColumns(
  parts: readonly ColumnPart[],
  width: number,
  labels: {
    period: (period: string) => string;
    unit: string;
    value: (value: number) => string;
    /** Said of a period that is not over. */
    open: string;
  },
  compared: readonly Compared[] = [],
): SVGSVGElement {
  const periods = [...new Set(parts.map(({ period }) => period))];
  const every = everySoMany(periods.map(labels.period), width - 60);
  const fill = ({ colour }: ColumnPart) => `var(--${colour})`;
  const across = periods.length > FEW ? Plot.line : Plot.tickY;
  const fillOpacity = ({ colour: hue, pale = false }: ColumnPart) => shadeOf({ hue, pale });
  const open = parts.filter((part) => part.open);
  const id = freshId('open');
  const quiet = { fill: 'var(--muted)', color: 'var(--muted)', fontSize: 12 } as const;
  const svg = draw({
    ...{ width, height: HEIGHT, marginLeft: 60, marginRight: 8, marginTop: 28, marginBottom: 28 },
    x: { type: 'band', domain: periods, axis: null, padding: 0.15 },
    y: { type: 'linear', axis: null },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.barY(
        [...parts],
        Plot.stackY({ x: 'period', y: 'value', fill, fillOpacity, order: null, z: 'part' }),
      ),
      Plot.barY(open, Plot.stackY({ x: 'period', y: 'value', fill: `url(#${id})`, order: null, z: 'part' })),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      ...[
        { stroke: 'var(--paper)', strokeWidth: 4 },
        { stroke: 'var(--ink)', strokeWidth: 1.5 },
      ].map((line) => across([...compared], { x: 'period', y: 'value', ...line })),
      Plot.axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: tick, ...quiet }),
      Plot.axisX(
        periods.filter((_, at) => at % every === 0),
        { tickSize: 0, label: null, tickFormat: (period: string) => labels.period(period), ...quiet },
      ),
      Plot.text([labels.unit], { frameAnchor: 'top-left', textAnchor: 'start', dx: -52, dy: -20, ...quiet }),
    ],
  });
  hatch(svg, id, 'var(--paper)', 0.8);
  const [x, y] = [place(svg, 'x'), place(svg, 'y')];
  const marks = stacked(parts).map(({ part, from, to }): Mark => {
    const [top, bottom] = [y.at(Math.max(from, to)), y.at(Math.min(from, to))];
    const said = words.charts.fact(part.label, labels.value(Math.abs(part.value)));
    return {
      ...{ row: -(from + to), column: periods.indexOf(part.period), title: labels.period(part.period) },
      facts: part.open ? [said, labels.open] : [said],
      ...{ x: x.at(part.period), width: x.band, y: top, height: bottom - top },
    };
  });
  return withMarks(svg, marks);
}

/** From where to where each part of a column goes, from the line outwards; what is nothing has no place. */
function stacked(parts: readonly ColumnPart[]) {
  const ends = new Map<string, { up: number; down: number }>();
  return parts.flatMap((part) => {
    const end = ends.get(part.period) ?? { up: 0, down: 0 };
    ends.set(part.period, end);
    const side = part.value < 0 ? 'down' : 'up';
    const from = end[side];
    end[side] += part.value;
    return part.value === 0 ? [] : [{ part, from, to: end[side] }];
  });
}
