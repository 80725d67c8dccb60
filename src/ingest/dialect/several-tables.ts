import { fault, type Fault } from '../../domain/said/problems';

/**
 * Where the first row of another width stands below a gap and holds names: the file has a second table, and that is what is
 * wrong with it. `line` is that row's, counted from 1; null where it is a row like any other.
 */
export function severalTables(file: string, sample: string, line: number, delimiter: string): Fault | null {
  const lines = sample.split(/\r\n|\n|\r/);
  const row = lines[line - 1];
  if (row === undefined || line < 4) return null;
  const cells = (text = '') => text.split(delimiter).map((cell) => cell.replace(/^[\s"']+|[\s"']+$/g, ''));
  const filled = (text: string | undefined) => cells(text).filter(Boolean).length;
  const hasTitle = filled(lines[line - 2]) === 1;
  const gap = lines[line - (hasTitle ? 3 : 2)];
  const names = cells(row).filter(Boolean);
  const areNames = names.length > 1 && names.every((cell) => !/^[-+(]?[$€£¥]?\d/.test(cell));
  if (!areNames || filled(gap) > 0) return null;
  const first = hasTitle ? line - 1 : line;
  return fault('several-tables', { name: file, line: first }, { file, line: first });
}
