import type { Problem } from '../domain/outcome';

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

/** The sentence for a file that does not fit, before any of it is read; null where it does. */
export function tooLarge(file: Sized, sample: readonly string[][], columns: number): Problem | null {
  const { rows, bytes } = roomOf(file, sample, columns);
  if (sample.length === 0 || bytes <= MOST_BYTES) return null;
  const share = MOST_BYTES / bytes;
  return {
    code: 'too-large',
    file: file.name,
    message: `${file.name} is too large for a browser: its ${millions(rows)} million rows of ${columns} columns would take ${gigabytes(bytes)} GB of memory, and at most ${gigabytes(MOST_BYTES)} of the 4 GB that a browser allows are there for rows. Nothing was read.`,
    next: `Export only the columns that are needed (date, order number, customer, amount, product), or a shorter time: about ${millions(rows * share)} million rows of these columns fit, one file of some years at a time.`,
  };
}

const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const millions = (rows: number): string => tenths.format(rows / 1e6);
const gigabytes = (bytes: number): string => tenths.format(bytes / 1e9);
