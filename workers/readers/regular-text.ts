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

/** Lets whatever waits for this thread go first: the engine is asked for its progress from here. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

const [CELL_START, PLAIN, QUOTED, CLOSED, RETURN] = [0, 1, 2, 3, 4];
const [TEXT, SEPARATOR, LINE_END, CARRIAGE, MARK, NUL] = [0, 1, 2, 3, 4, 5];

/** What each byte is, so that a hundred million of them are told apart by one look each. */
function kindsOf(separator: number, mark: number): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds[0] = NUL;
  kinds[CR] = CARRIAGE;
  kinds[LF] = LINE_END;
  if (mark >= 0) kinds[mark] = MARK;
  kinds[separator] = SEPARATOR;
  return kinds;
}

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
  const kinds = kindsOf(separator, mark);
  let state = CELL_START as number;
  let cells = 1;
  /** Nothing stood on the line before its carriage return. */
  let isBare = false;
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
      const length = value.length;
      let i = 0;
      while (i < length) {
        if (state === QUOTED) {
          const end = value.indexOf(mark, i);
          if (end < 0) break;
          i = end + 1;
          state = CLOSED;
          continue;
        }
        const kind = kinds[value[i] as number] as number;
        if (state === RETURN && kind !== LINE_END) return irregular;
        if (kind === TEXT) {
          if (state === CLOSED) return irregular;
          state = PLAIN;
          while (++i < length && kinds[value[i] as number] === TEXT);
          continue;
        }
        if (kind === SEPARATOR) {
          cells++;
          state = CELL_START;
        } else if (kind === LINE_END) {
          const end = state === RETURN ? CR : LF;
          const isBlank = cells === 1 && (state === CELL_START || (state === RETURN && isBare));
          if (lineEnd === 0) lineEnd = end;
          else if (lineEnd !== end) return irregular;
          if (cells !== width && !isBlank) return irregular;
          lines++;
          if (firstRecord < 0 && !isBlank) firstRecord = at + i + 1;
          if (at + i - lineStart > LONGEST_LINE) return { ...irregular, longLine: lines - 1 };
          lineStart = at + i;
          cells = 1;
          state = CELL_START;
        } else if (kind === CARRIAGE) {
          isBare = cells === 1 && state === CELL_START;
          state = RETURN;
        } else if (kind === MARK) {
          if (state !== CELL_START && state !== CLOSED) return irregular;
          state = QUOTED;
        } else return irregular;
        i++;
      }
      at += length;
      await nextTask();
    }
  } finally {
    // The stream may have failed, which was said already; it only has to be let go.
    await reader.cancel().catch(() => undefined);
  }
  if (at - lineStart > LONGEST_LINE) return { ...irregular, longLine: lines };
  const isBlank = cells === 1 && state === CELL_START;
  const isEnded = state !== QUOTED && state !== RETURN && (isBlank || cells === width);
  return {
    regular: isEnded,
    longLine: null,
    firstRecord: firstRecord < 0 ? at : firstRecord,
    lineEnd: lineEnd === CR ? '\r\n' : '\n',
  };
}
