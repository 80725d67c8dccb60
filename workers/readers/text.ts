import { EngineError } from '../../src/engine/errors';
import { blankAlignedToTabs } from '../../src/ingest/blank-aligned';
import type { TextEncoding } from '../../src/ingest/sniff-format';

/** How the bytes of a text file become UTF-8 that the engine can read. */
export interface TextFormat {
  gzip: boolean;
  encoding: TextEncoding;
  /** Bytes of the byte order mark of the text (after inflating). */
  bomBytes: number;
  /** Rewrite blank-aligned lines as tab-separated ones. */
  blankAligned: boolean;
}

/** Told how many bytes of the original file have been read; total = file.size. */
export type OnBytes = (done: number) => void;

const counting = (onBytes: OnBytes, signal: AbortSignal): TransformStream<Uint8Array, Uint8Array> => {
  let done = 0;
  return new TransformStream({
    transform(chunk, controller) {
      signal.throwIfAborted();
      done += chunk.byteLength;
      onBytes(done);
      controller.enqueue(chunk);
    },
  });
};

const inflated = (stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> =>
  stream.pipeThrough(new DecompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array>);

/** The first bytes of what a gzip file holds, at most `bytes`; a damaged end of the file does not matter here. */
export async function inflateHead(file: Blob, bytes: number): Promise<Uint8Array> {
  const reader = inflated(file.stream() as ReadableStream<Uint8Array>).getReader();
  const head = new Uint8Array(bytes);
  let length = 0;
  try {
    while (length < bytes) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, bytes - length);
      head.set(part, length);
      length += part.length;
    }
  } catch (error) {
    if (length === 0) throw asProblem(error, file);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return head.subarray(0, length);
}

function asProblem(error: unknown, file: Blob, gzip = true): EngineError {
  const name = file instanceof File ? file.name : 'The file';
  return gzip && !/decod|encoded data/i.test(String(error))
    ? new EngineError({
        code: 'damaged-gzip',
        file: name,
        message: `${name} cannot be unpacked: it is damaged or was not downloaded completely.`,
        next: 'Download or export it again and drop the new file.',
      })
    : new EngineError({
        code: 'not-decodable',
        file: name,
        message: `${name} has bytes that do not belong to its text encoding.`,
        next: 'Save it as "CSV UTF-8" in the spreadsheet program and drop that.',
      });
}

/** Whether all bytes are UTF-8: a file may be plain in its first megabyte and not in its last. */
export async function isUtf8(file: Blob, signal: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = (file.stream() as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      decoder.decode(value, { stream: !done });
      if (done) return true;
    }
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * The text of a file as UTF-8 without a byte order mark. Streams with back-pressure: at no time more than a few
 * chunks and the result are held. A plain UTF-8 file without a mark comes back as it is, not copied.
 * Rejects with the signal's reason when aborted, with `damaged-gzip` or `not-decodable` (EngineError) otherwise.
 */
export async function toUtf8Blob(
  file: Blob,
  format: TextFormat,
  signal: AbortSignal,
  onBytes: OnBytes,
): Promise<Blob> {
  signal.throwIfAborted();
  if (!format.gzip && format.encoding === 'utf-8' && !format.blankAligned) {
    onBytes(file.size);
    return format.bomBytes === 0 ? file : file.slice(format.bomBytes);
  }
  let bytes = (file.stream() as ReadableStream<Uint8Array>).pipeThrough(counting(onBytes, signal), {
    signal,
  });
  if (format.gzip) bytes = inflated(bytes);
  const isUtf8AsItStands = format.encoding === 'utf-8' && !format.blankAligned && format.bomBytes === 0;
  if (!isUtf8AsItStands) {
    const decoder = new TextDecoderStream(format.encoding, { fatal: true });
    let text = bytes.pipeThrough(decoder as unknown as TransformStream<Uint8Array, string>);
    if (format.blankAligned) text = text.pipeThrough(blankAlignedToTabs());
    bytes = text.pipeThrough(new TextEncoderStream() as unknown as TransformStream<string, Uint8Array>);
  }
  try {
    const blob = await new Response(bytes as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
    signal.throwIfAborted();
    return blob;
  } catch (error) {
    signal.throwIfAborted();
    throw asProblem(error, file, format.gzip);
  }
}
