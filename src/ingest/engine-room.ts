import { fault, type Fault } from '../domain/said/problems';

/** A text takes so many bytes in the engine, and its own length beside them where it is longer than what fits in there. */
const CELL_BYTES = 16;
const WITHIN_CELL = 12;
/** Of the 4 GiB that a browser gives the engine, the rows of a file may take so many: what is made of them needs the rest. */
const MOST_BYTES = 3_000_000_000;

interface Sized {
  name: string;
  /** Bytes of its text. */
  size: number;
}

/** What a file of these rows will take in the engine while it is read, judged by its size and the rows it begins with. */
export function roomOf({ size }: Pick<Sized, 'size'>, sample: readonly string[][], columns: number) {
  const lengths = sample.flat().map((cell) => new TextEncoder().encode(cell).length);
  const long = lengths.filter((length) => length > WITHIN_CELL).reduce((sum, length) => sum + length, 0);
  // Between two cells stands one mark, and behind the last one too.
  const perRow = Math.max(
    1,
    lengths.reduce((sum, length) => sum + length + 1, 0) / Math.max(1, sample.length),
  );
  const rows = size / perRow;
  return { rows, bytes: rows * (columns * CELL_BYTES + long / Math.max(1, sample.length)) };
}

/** What is said of a file that does not fit, before any of it is read; null where it does. */
export function tooLarge(file: Sized, sample: readonly string[][], columns: number): Fault | null {
  const { rows, bytes } = roomOf(file, sample, columns);
  if (sample.length === 0 || bytes <= MOST_BYTES) return null;
  const share = MOST_BYTES / bytes;
  return fault(
    'too-large',
    { name: file.name, rows, columns, bytes, most_bytes: MOST_BYTES, fitting_rows: rows * share },
    { file: file.name },
  );
}
