import type { Dialect } from '../../../src/domain/choices';
import { learnShapes, mendRow } from '../../../src/ingest/dialect/mend-row';
import { RecordReader } from '../../../src/ingest/dialect/text-records';
import { quoted } from '../../readers/cell-text';

/** A row that fits no column, as it stands in the file. */
export interface RaggedRow {
  line: number;
  text: string;
}

/** A text rewritten as commas, double quotes and \n, without its header, each row as wide as the table. */
export interface CleanText {
  text: Blob;
  ragged: RaggedRow[];
  /** Rows whose cells were put back in their columns, or whose quotes were not as they should be. */
  mended: number;
  firstMended: number | null;
}

/** How the rewritten text is cut. */
export const CLEAN = {
  layout: 'delimited',
  delimiter: ',',
  quote: '"',
  escape: '"',
  has_header: false,
  skip_lines: 0,
} as const;

const MOST_RAGGED = 100_000;
const ROWS_IN_PART = 5000;

/**
 * Rewrites a text that the engine would misread: quotes that are not escaped, mixed line ends, rows of different
 * widths, columns aligned with blanks. `text` starts at the header, which takes `headerRows` rows.
 */
export async function cleanText(
  text: Blob,
  dialect: Dialect,
  layout: { width: number; headerRows: number; firstLine: number; sampleRows: string[][] },
  signal: AbortSignal,
  onBytes: (done: number) => void,
): Promise<CleanText> {
  const { width } = layout;
  const known = learnShapes(layout.sampleRows, width);
  const records = new RecordReader({ ...dialect, skip_lines: 0 }, width, layout.firstLine);
  const decoder = new TextDecoder();
  const clean: CleanText = { text: new Blob([]), ragged: [], mended: 0, firstMended: null };
  const parts: Blob[] = [];
  let lines: string[] = [];
  let header = layout.headerRows;
  let done = 0;
  const take = (piece: string, isLast: boolean) => {
    for (const { cells, line, text: raw } of records.push(piece, isLast)) {
      if (header > 0) {
        header--;
        continue;
      }
      const row = mendRow(cells, width, known);
      if (row === null) {
        if (clean.ragged.length < MOST_RAGGED) clean.ragged.push({ line, text: raw });
        continue;
      }
      if (row !== cells && (cells.length > width || row[cells.length] !== '')) {
        clean.mended++;
        clean.firstMended ??= line;
      }
      lines.push(width === 1 && row[0] === '' ? '""' : row.map(quoted).join(','));
      if (lines.length < ROWS_IN_PART) continue;
      parts.push(new Blob([`${lines.join('\n')}\n`]));
      lines = [];
    }
  };
  const reader = (text.stream() as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done: isEnd, value } = await reader.read();
      if (isEnd) break;
      take(decoder.decode(value, { stream: true }), false);
      onBytes((done += value.length));
    }
    take(decoder.decode(), true);
  } finally {
    // The stream may have failed, which was said already; it only has to be let go.
    await reader.cancel().catch(() => undefined);
  }
  clean.text = new Blob([...parts, ...(lines.length > 0 ? [`${lines.join('\n')}\n`] : [])]);
  return clean;
}
