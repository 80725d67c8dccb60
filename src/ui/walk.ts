/** A position in a grid: row and column, counted from 0. */
export interface Position {
  row: number;
  column: number;
}

const PAGE = 10;

/**
 * Where an arrow key (or Home, End, Page Up, Page Down, with Control to the corners) leads in a grid of `rows` × `columns`.
 * At an edge it stays. Null for any other key.
 */
export function step(
  from: Position,
  key: string,
  toCorner: boolean,
  rows: number,
  columns: number,
): Position | null {
  const to = (row: number, column: number): Position => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(from.row, from.column - 1);
    case 'ArrowRight':
      return to(from.row, from.column + 1);
    case 'ArrowUp':
      return to(from.row - 1, from.column);
    case 'ArrowDown':
      return to(from.row + 1, from.column);
    case 'Home':
      return to(toCorner ? 0 : from.row, 0);
    case 'End':
      return to(toCorner ? rows - 1 : from.row, columns - 1);
    case 'PageUp':
      return to(from.row - PAGE, from.column);
    case 'PageDown':
      return to(from.row + PAGE, from.column);
    default:
      return null;
  }
}
