import * as Plot from '@observablehq/plot';
import { format } from '../i18n/format';
import { withMarks, type Mark } from './marks';
import { draw, place } from './plot';

/** An order (amount above 0) or a refund (below) of one customer. */
export interface Happened {
  /** 'YYYY-MM-DD' */
  day: string;
  amount: number;
  /** Orders and refunds that count are filled. */
  counts: boolean;
  /** What is said of it to those who point at it. */
  facts: string[];
}

const HEIGHT = 240;
const LABEL_WIDTH = 104;
const DAY = 86_400_000;
/** Spans up to so many days have days below the line, longer ones months. */
const SHORT = 120;

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** A line for each order and refund at its day, as long as its amount; dashed where the file ends. `unit` is that of the amounts. */
export function drawTimeline(
  events: readonly Happened[],
  width: number,
  ends: { on: string; label: string; unit: string },
): SVGSVGElement {
  const times = [...events.map(({ day }) => time(day)), time(ends.on)];
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const room = Math.max((to - from) * 0.02, DAY);
  const amounts = events.map(({ amount }) => amount);
  const colour = ({ amount }: Happened) => (amount < 0 ? 'var(--loss)' : 'var(--ink)');
  const quiet = { fill: 'var(--muted)', color: 'var(--muted)', fontSize: 12 } as const;
  const x = ({ day }: Happened) => time(day);
  const isShort = to - from <= SHORT * DAY;
  const tick = (at: number) => {
    const day = new Date(at).toISOString().slice(0, 10);
    return isShort ? format.date(day) : format.period(day, 'month', 'short');
  };
  const picture = draw({
    ...{ width, height: HEIGHT, marginLeft: 64, marginRight: 24, marginTop: 24, marginBottom: 32 },
    x: { type: 'utc', domain: [from - room, to + room], axis: null },
    y: {
      type: 'linear',
      domain: [Math.min(0, ...amounts), Math.max(0, ...amounts, 1e-9)],
      axis: null,
      nice: true,
    },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      Plot.axisY({
        ...{ ticks: 4, tickSize: 0, label: null },
        tickFormat: (value: number) => format.number(value),
        ...quiet,
      }),
      Plot.axisX({
        ...{ ticks: Math.max(2, Math.floor((width - 88) / LABEL_WIDTH)), tickSize: 0, label: null },
        tickFormat: (at: Date | number) => tick(Number(at)),
        ...quiet,
      }),
      Plot.ruleX([time(ends.on)], { stroke: 'var(--muted)', strokeDasharray: '4 4' }),
      Plot.text([time(ends.on)], {
        ...{ x: (at: number) => at, frameAnchor: 'top', textAnchor: 'end', dx: -4, dy: -16 },
        text: () => ends.label,
        ...quiet,
      }),
      Plot.text([ends.unit], {
        ...{ frameAnchor: 'top-left', textAnchor: 'start', dx: -56, dy: -18 },
        ...quiet,
      }),
      Plot.ruleX([...events], {
        ...{ x, y1: 0, y2: 'amount', stroke: colour, strokeWidth: 1.75 },
        strokeOpacity: ({ counts }: Happened) => (counts ? 1 : 0.4),
      }),
      Plot.dot([...events], {
        ...{ x, y: 'amount', r: 4, stroke: colour, strokeWidth: 1.5 },
        fill: (event: Happened) => (event.counts ? colour(event) : 'var(--paper)'),
      }),
    ],
  });
  const [across, up] = [place(picture, 'x'), place(picture, 'y')];
  const marks = events.map(({ day, amount, facts }, column): Mark => {
    const box = { x: across.at(time(day)) - 5, y: up.at(amount) - 5, width: 10, height: 10 };
    return { ...{ row: 0, column, title: format.date(day), facts }, ...box };
  });
  return withMarks(picture, marks);
}
