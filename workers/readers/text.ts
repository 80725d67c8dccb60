import type { Evidence } from '../../src/domain/said/evidence';
import { fault } from '../../src/domain/said/problems';
import { sniffText } from '../../src/ingest/dialect/sniff-format';
import { guessEncoding, type FoundEncoding } from './encoding';
import { ReadProblem } from './refused';

const HEAD_BYTES = 1 << 20;
const SAMPLE_BYTES = 64 << 10;
/** Decodes any bytes. */
const FALLBACK = 'windows-1252';

/** A text file as UTF-8 without a mark, in composed characters; `text` is the file itself where it is that already. */
export interface TextRead {
  text: Blob;
  encoding: string;
  evidence: Evidence[];
}

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = (file.stream() as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // The stream may have failed, which was said already; it only has to be let go.
    await reader.cancel().catch(() => undefined);
  }
}

/** Controls that no text has: bytes of Windows-1252 that a program took for Unicode. */
const C1 = /[\u0080-\u009f]/;
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Characters composed (é as one, not as e and an accent), and C1 controls as the marks they were meant to be. */
function mended(text: string): string {
  const composed = text.normalize('NFC');
  if (!C1.test(composed)) return composed;
  return composed.replace(/[\u0080-\u009f]/g, (mark) => WESTERN[mark.charCodeAt(0) - 0x80] ?? mark);
}

interface Utf8Look {
  /** Where the first bytes stand that are not UTF-8; -1 where all are. */
  foreignAt: number;
  /** Characters beyond ASCII that are not composed, or controls in place of marks. */
  needsMending: boolean;
}

/** Reads the whole text once as strict UTF-8: a file may be plain in its first megabyte and not in its last. */
async function lookAtUtf8(file: Blob, bomBytes: number): Promise<Utf8Look> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = bomBytes;
  let last: { chunk: Uint8Array; from: number } | null = null;
  let firstBeyondAscii = -1;
  let needsMending = false;
  try {
    for await (const chunk of chunksOf(bomBytes > 0 ? file.slice(bomBytes) : file)) {
      last = { chunk, from: at };
      at += chunk.length;
      const text = decoder.decode(chunk, { stream: true });
      if (text.length === chunk.length) continue;
      if (firstBeyondAscii < 0) firstBeyondAscii = last.from;
      needsMending ||= text.normalize('NFC') !== text || C1.test(text);
    }
    decoder.decode();
    return { foreignAt: -1, needsMending };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The chunk may be as large as the file, with foreign letters in its header alone.
    const first = last
      ? last.from +
        Math.max(
          0,
          last.chunk.findIndex((byte) => byte >= 0x80),
        )
      : bomBytes;
    const foreignAt = firstBeyondAscii < 0 ? Math.max(bomBytes, first - SAMPLE_BYTES) : firstBeyondAscii;
    return { foreignAt, needsMending };
  }
}

async function guess(file: Blob, foreignAt: number): Promise<FoundEncoding> {
  // Around the first foreign character: the start of a file is often plain.
  const sample = new Uint8Array(await file.slice(foreignAt, foreignAt + SAMPLE_BYTES * 4).arrayBuffer());
  const first = sample.findIndex((byte) => byte >= 0x80);
  const lineStart = first < 0 ? 0 : Math.max(0, sample.lastIndexOf(10, first) + 1);
  return guessEncoding(sample.subarray(lineStart));
}

/** Rewrites a text as composed UTF-8; holds a few chunks and the result. */
async function transcoded(file: Blob, encoding: string, bomBytes: number): Promise<Blob> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const parts: Blob[] = [];
  let rest = '';
  for await (const chunk of chunksOf(bomBytes > 0 ? file.slice(bomBytes) : file)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    // A mark that belongs to the character before it may come with the next chunk: cut at a line end.
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) parts.push(new Blob([mended(text.slice(0, end))]));
  }
  const last = rest + decoder.decode();
  return new Blob([...parts, mended(last)]);
}

/** Throws a `ReadProblem` `not-decodable` where the bytes do not belong to the encoding, `unknown-encoding` where it is none. */
export async function readText(file: Blob, name: string, wanted?: string): Promise<TextRead> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const sniffed = sniffText(head);
  let { encoding = 'utf-8', bomBytes = 0, evidence } = sniffed;
  if (wanted !== undefined) {
    const label = labelOf(wanted, name);
    if (label !== encoding) bomBytes = 0;
    [encoding, evidence] = [label, { id: 'encoding-chosen', values: { encoding: label } }];
  }
  let needsMending = false;
  if (encoding === 'utf-8' && wanted === undefined) {
    const look = await lookAtUtf8(file, bomBytes);
    needsMending = look.needsMending;
    if (look.foreignAt >= 0) ({ encoding, evidence } = await guess(file, look.foreignAt));
  }
  const seen = [evidence];
  if (encoding === 'utf-8' && !needsMending && wanted === undefined)
    return { text: bomBytes > 0 ? file.slice(bomBytes) : file, encoding, evidence: seen };
  if (needsMending && encoding === 'utf-8') seen.push({ id: 'letters-mended', values: {} });
  try {
    return { text: await transcoded(file, encoding, bomBytes), encoding, evidence: seen };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (wanted === undefined && bomBytes === 0)
      return {
        text: await transcoded(file, FALLBACK, 0),
        encoding: FALLBACK,
        evidence: [{ id: 'no-encoding', values: { encoding: FALLBACK } }],
      };
    throw new ReadProblem(fault('not-decodable', { name, encoding }, { file: name }));
  }
}

function labelOf(wanted: string, name: string): string {
  try {
    return new TextDecoder(wanted).encoding;
  } catch {
    throw new ReadProblem(fault('unknown-encoding', { encoding: wanted }, { file: name }));
  }
}
