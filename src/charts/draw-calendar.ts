import * as Plot from '@observablehq/plot';
import { withMarks, type Mark } from './marks';
import { draw, place } from './plot';

/** One month: its place, and what is printed and said of it. */
export interface CalendarCell {
  /** The year, which names its row. */
  row: string;
  column: string;
  /** How strong it is drawn, 0..1; null where the month is not counted. */
  share: number | null;
  text: string;
  title: string;
  facts: readonly string[];
}

const ROW = 34;
const WIDEST = 72;

/** Years below each other, twelve months across; a month that is not counted is an empty frame. */
export function drawCalendar(cells: readonly CalendarCell[], width: number): SVGSVGElement {
  const columns = [...new Set(cells.map(({ column }) => column))];
  const rows = [...new Set(cells.map(({ row }) => row))];
  const labels = { tickSize: 0, label: null, color: 'var(--muted)', fontSize: 12 } as const;
  const at = { x: 'column', y: 'row' } as const;
  const counted = cells.filter(({ share }) => share !== null);
  const left = 48;
  const picture = draw({
    ...{
      width: Math.min(width, left + WIDEST * columns.length),
      height: rows.length * ROW + 28,
      marginLeft: left,
      marginRight: 2,
      marginTop: 24,
      marginBottom: 4,
    },
    x: { type: 'band', domain: columns, axis: null, padding: 0.06 },
    y: { type: 'band', domain: rows, axis: null, padding: 0.08 },
    marks: [
      Plot.cell(counted, { ...at, fill: 'var(--sunken)' }),
      Plot.cell(
        counted.filter(({ share }) => share! > 0),
        { ...at, fill: 'var(--return)', fillOpacity: ({ share }: CalendarCell) => 0.15 + 0.4 * share! },
      ),
      Plot.cell(
        cells.filter(({ share }) => share === null),
        { ...at, fill: 'none', stroke: 'var(--rule)' },
      ),
      Plot.text(counted, { ...at, text: 'text', fill: 'var(--ink)', fontSize: 12 }),
      Plot.axisX(columns, { anchor: 'top', ...labels }),
      Plot.axisY(rows, labels),
    ],
  });
  const [x, y] = [place(picture, 'x'), place(picture, 'y')];
  const marks = counted.map(({ row, column, title, facts }): Mark => ({
    ...{ row: rows.indexOf(row), column: columns.indexOf(column), title, facts },
    ...{ x: x.at(column), width: x.band, y: y.at(row), height: y.band },
  }));
  return withMarks(picture, marks);
}
