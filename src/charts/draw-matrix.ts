import * as Plot from '@observablehq/plot';
import { words } from '../i18n/words';
import { withMarks, type Mark } from './marks';
import { draw, place } from './plot';

/** One square of a matrix: its place, a share 0..1 that tints it, and what is printed in it. */
export interface Square {
  column: string;
  row: string;
  share: number;
  text: string;
}

const ROW = 34;

/** Squares of shares in rows and columns, the figure printed in each; the deeper the tint the larger the share. */
export function drawMatrix(
  squares: readonly Square[],
  width: number,
  axis: { x: string; y: string },
): SVGSVGElement {
  const columns = [...new Set(squares.map(({ column }) => column))];
  const rows = [...new Set(squares.map(({ row }) => row))];
  const quiet = { fill: 'var(--muted)', color: 'var(--muted)', fontSize: 12 } as const;
  const labels = { tickSize: 0, label: null, ...quiet } as const;
  const picture = draw({
    ...{
      width,
      height: rows.length * ROW + 64,
      marginLeft: 56,
      marginRight: 8,
      marginTop: 28,
      marginBottom: 36,
    },
    x: { type: 'band', domain: columns, axis: null, padding: 0.04 },
    y: { type: 'band', domain: rows, axis: null, padding: 0.06 },
    marks: [
      Plot.cell([...squares], {
        x: 'column',
        y: 'row',
        fill: 'var(--return)',
        fillOpacity: (one: Square) => 0.06 + 0.5 * one.share,
      }),
      Plot.text([...squares], { x: 'column', y: 'row', text: 'text', fill: 'var(--ink)', fontSize: 12 }),
      Plot.axisX(columns, labels),
      Plot.axisY(rows, labels),
      Plot.text([axis.y], { frameAnchor: 'top-left', textAnchor: 'start', dx: -52, dy: -18, ...quiet }),
      Plot.text([axis.x], { frameAnchor: 'bottom', dy: 32, ...quiet }),
    ],
  });
  const [x, y] = [place(picture, 'x'), place(picture, 'y')];
  const marks = squares.map(({ column, row, text }): Mark => ({
    ...{ row: rows.indexOf(row), column: columns.indexOf(column), title: text },
    facts: [words.charts.fact(axis.y, row), words.charts.fact(axis.x, column)],
    ...{ x: x.at(column), width: x.band, y: y.at(row), height: y.band },
  }));
  return withMarks(picture, marks);
}
