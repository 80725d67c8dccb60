import { quoted } from './cell-text';
import { refused } from './refused';

const MIB = 1024 * 1024;
/** Text of one table at most: past it a browser tab runs out of memory before the engine has begun. */
export const MOST_TABLE_BYTES = 1024 * MIB;
/** Rows that are joined before they become a part of the Blob. */
const ROWS_IN_PART = 5000;
/** Rows at the start whose width can still grow. */
const ROWS_THAT_WAIT = 20_000;

/**
 * Rows → CSV with commas, double quotes and \n. Row n of the table stands on line n (texts with line ends apart):
 * rows without a value are empty lines. Rows are as wide as the widest of the first 20,000.
 */
export class CsvParts {
  /** Blobs, not texts: the browser keeps them outside this thread's memory. */
  #parts: Blob[] = [];
  #waiting: { text: string; cells: number }[] = [];
  #lines: string[] = [];
  #bytes = 0;
  #written = 0;
  readonly #sheet: string | null;
  /** Rows up to the last one with a value. */
  rows = 0;
  columns = 0;
  cells = 0;

  readonly #keepsBlank: boolean;

  /** `sheet` is what a failure names; null for a file without sheets. With `keepsBlank` a row without a value is a row, as in a list of records. */
  constructor(sheet: string | null, keepsBlank = false) {
    this.#sheet = sheet;
    this.#keepsBlank = keepsBlank;
  }

  /** `at` counts from 0 and never goes back; blank cells are ''. */
  add(at: number, cells: readonly string[]): void {
    this.addWritten(
      at,
      Array.from(cells, (cell: string | undefined) => quoted(cell ?? '')),
    );
  }

  /** The same with cells that are quoted already, where they have to be. */
  addWritten(at: number, cells: readonly string[]): void {
    let used = cells.length;
    while (used > 0 && (cells[used - 1] ?? '') === '') used--;
    if (used === 0 && !this.#keepsBlank) return;
    this.columns = Math.max(this.columns, used);
    for (let i = 0; i < used; i++) if (cells[i] !== '') this.cells++;
    const text = (used === cells.length ? cells : cells.slice(0, used)).join(',');
    for (; this.#written < at; this.#written++) this.#push('', -1);
    this.#push(used === 0 ? '""' : text, Math.max(used, 1));
    this.#written++;
    this.rows = at + 1;
  }

  #push(text: string, cells: number): void {
    this.#bytes += text.length + 1 + (cells < 0 ? 0 : this.columns - cells);
    if (this.#bytes > MOST_TABLE_BYTES)
      throw refused('table-too-large', {
        sheet: this.#sheet,
        rows: this.#written + 1,
        columns: this.columns,
        most_mib: MOST_TABLE_BYTES / MIB,
      });
    if (this.#written < ROWS_THAT_WAIT) {
      this.#waiting.push({ text, cells });
      return;
    }
    this.#lines.push(this.#padded(text, cells));
    if (this.#lines.length === ROWS_IN_PART) this.#flush();
  }

  #padded = (text: string, cells: number): string =>
    cells < 0 || cells >= this.columns ? text : text + ','.repeat(this.columns - cells);

  #flush(): void {
    if (this.#lines.length > 0) this.#parts.push(new Blob([`${this.#lines.join('\n')}\n`]));
    this.#lines = [];
  }

  /** The text so far; nothing can be added afterwards. */
  blob(): Blob {
    this.#flush();
    const waiting = this.#waiting.map(({ text, cells }) => this.#padded(text, cells)).join('\n');
    return new Blob([...(waiting === '' ? [] : [`${waiting}\n`]), ...this.#parts], { type: 'text/csv' });
  }
}
