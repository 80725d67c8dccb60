import * as Plot from '@observablehq/plot';
import { shown } from '../i18n/shown';
import { withMarks, type Mark } from './marks';
import { draw, place } from './plot';

/** Warm is loss, cool is return, on every page. */
export type Hue = 'ink' | 'return' | 'loss' | 'accent' | 'muted';

/** How strong a colour is drawn: what is not known stays in the background, few customers more so. */
export const shadeOf = ({ hue, pale = false }: { hue: Hue; pale?: boolean }): number =>
  (hue === 'muted' ? 0.45 : 0.85) * (pale ? 0.45 : 1);

/** One bar: from `from` (0 where absent) to `to`, its figure printed beside it. */
export interface Bar {
  label: string;
  from?: number;
  to: number;
  text: string;
  hue: Hue;
  /** What is said of it to those who point at it, where that is more than `text`. */
  facts?: readonly string[];
  /** Interval around `to`. */
  low?: number;
  high?: number;
  /** Few customers: drawn pale. */
  pale?: boolean;
  /** Its people are listed below the picture. */
  isChosen?: boolean;
}

const ROW = 36;
const CHARACTER = 7;
const LONGEST = 26;

/** Bars one below the other with their names on the left: shares with their intervals, or the steps of a bridge. */
export function drawBars(bars: readonly Bar[], width: number): SVGSVGElement {
  const names = bars.map(({ label }) => shown(label, LONGEST));
  const left = Math.max(...names.map((name) => name.length), 4) * CHARACTER + 18;
  const right = Math.max(...bars.map(({ text }) => text.length), 4) * CHARACTER + 16;
  const ends = bars.flatMap(({ from = 0, to, high = to }) => [from, to, high]);
  const here = { y: (_: Bar, at: number) => at } as const;
  const end = ({ from = 0, to, high = to }: Bar) => Math.max(from, to, high);
  const picture = draw({
    ...{
      width,
      height: bars.length * ROW + 8,
      marginLeft: left,
      marginRight: right,
      marginTop: 4,
      marginBottom: 4,
    },
    x: { type: 'linear', domain: [Math.min(0, ...ends), Math.max(...ends, 1e-9)], axis: null },
    y: { type: 'band', domain: bars.map((_, at) => at), axis: null, padding: 0.3 },
    marks: [
      Plot.barX(bars, {
        ...here,
        x1: ({ from = 0 }: Bar) => from,
        x2: 'to',
        fill: ({ hue }: Bar) => `var(--${hue})`,
        fillOpacity: shadeOf,
      }),
      Plot.ruleY(
        bars.filter(({ low, high }) => low !== undefined && high !== undefined),
        { y: (bar: Bar) => bars.indexOf(bar), x1: 'low', x2: 'high', stroke: 'var(--ink)', strokeWidth: 1.5 },
      ),
      Plot.barX(
        bars.filter(({ isChosen }) => isChosen),
        {
          ...{ y: (bar: Bar) => bars.indexOf(bar), x1: ({ from = 0 }: Bar) => from, x2: 'to' },
          ...{ fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 },
        },
      ),
      Plot.ruleX([0], { stroke: 'var(--edge)' }),
      Plot.text(names, {
        y: (_: string, at: number) => at,
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        text: String,
        fill: 'var(--ink)',
        fontSize: 13,
      }),
      Plot.text(bars, {
        ...here,
        x: end,
        text: 'text',
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink)',
        fontSize: 13,
      }),
    ],
  });
  const y = place(picture, 'y');
  const marks = bars.map(({ label, text, facts = [text] }, row): Mark => {
    return {
      ...{ row, column: 0, title: shown(label), facts },
      ...{ x: 0, width, y: y.at(row), height: y.band },
    };
  });
  return withMarks(picture, marks);
}
