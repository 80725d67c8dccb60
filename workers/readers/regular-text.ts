const LF = 10;
const CR = 13;
/** Bytes of a line beyond which the engine gives up. */
export const LONGEST_LINE = 16 << 20;

export interface Regularity {
  /** Every line has `width` cells, quotes stand around whole cells, all lines end alike. */
  regular: boolean;
  /** A line longer than the engine reads, or null. */
  longLine: number | null;
  /** Bytes of the first record with its line end. */
  firstRecord: number;
  lineEnd: '\n' | '\r\n';
}

const [CELL_START, PLAIN, QUOTED, CLOSED] = [0, 1, 2, 3];

/**
 * Whether a UTF-8 text is plain CSV from its first byte on, of which every reader makes the same cells. Looks at
 * each byte once and stops at the first that is not in order.
 */
export async function lookAtText(
  text: Blob,
  delimiter: string,
  quote: string,
  width: number,
  signal: AbortSignal,
): Promise<Regularity> {
  const separator = delimiter.charCodeAt(0);
  const mark = quote === '' ? -1 : quote.charCodeAt(0);
  const irregular = { regular: false, longLine: null, firstRecord: 0, lineEnd: '\n' as const };
  let firstRecord = -1;
  if (separator > 127 || mark > 127 || delimiter.length !== 1) return irregular;
  let state = CELL_START as number;
  let cells = 1;
  let isBlankLine = true;
  let previous = 0;
  let lineEnd = 0;
  let lines = 1;
  let lineStart = 0;
  let at = 0;
  const reader = (text.stream() as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      for (let i = 0; i < value.length; i++) {
        const byte = value[i] as number;
        if (previous === CR && byte !== LF && state !== QUOTED) return irregular;
        if (state === QUOTED) {
          if (byte === mark) state = CLOSED;
        } else if (byte === separator) {
          cells++;
          state = CELL_START;
          isBlankLine = false;
        } else if (byte === LF) {
          const end = previous === CR ? CR : LF;
          if (lineEnd === 0) lineEnd = end;
          else if (lineEnd !== end) return irregular;
          if (cells !== width && !isBlankLine) return irregular;
          lines++;
          if (firstRecord < 0 && !isBlankLine) firstRecord = at + i + 1;
          if (at + i - lineStart > LONGEST_LINE) return { ...irregular, longLine: lines - 1 };
          lineStart = at + i;
          cells = 1;
          state = CELL_START;
          isBlankLine = true;
        } else if (byte === mark) {
          if (state === CELL_START || state === CLOSED) state = QUOTED;
          else return irregular;
          isBlankLine = false;
        } else if (byte !== CR) {
          if (state === CLOSED || byte === 0) return irregular;
          state = PLAIN;
          isBlankLine = false;
        }
        previous = byte;
      }
      at += value.length;
    }
  } finally {
    // The stream may have failed, which was said already; it only has to be let go.
    await reader.cancel().catch(() => undefined);
  }
  if (at - lineStart > LONGEST_LINE) return { ...irregular, longLine: lines };
  const isEnded = state !== QUOTED && previous !== CR && (isBlankLine || cells === width);
  return {
    regular: isEnded,
    longLine: null,
    firstRecord: firstRecord < 0 ? at : firstRecord,
    lineEnd: lineEnd === CR ? '\r\n' : '\n',
  };
}
