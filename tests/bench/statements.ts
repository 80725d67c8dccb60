import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import type { Worker as PageWorker } from 'playwright-core';
import { root } from '../../scripts/run.mjs';

/** One statement of an import: which text, in which part of the import, and what it came to. */
export interface Statement {
  id: string;
  phase: string;
  /** Rows that it wrote, or gave; null where it gave more than is worth carrying here. */
  rows: number | null;
  milliseconds: number;
}

interface Recorded {
  sql: string;
  started: number;
  ended: number;
  bytes: number[] | null;
}

/** Beyond so many bytes an answer is not carried out of the page. */
const MOST_BYTES = 20_000;

/**
 * Runs in DuckDB's own worker, to which every statement comes as a message: nothing of the app is changed to be measured. A statement ends with the
 * last answer before the next one begins.
 */
function listen(mostBytes: number): void {
  const scope = self as unknown as { name: string; statements?: Recorded[] } & Pick<Worker, 'postMessage'>;
  if (scope.name !== 'duckdb' || scope.statements) return;
  const statements: Recorded[] = [];
  scope.statements = statements;
  const hear = ({ data }: MessageEvent<{ type?: string; data?: unknown[] }>) => {
    if (data.type !== 'START_PENDING_QUERY') return;
    statements.push({ sql: String(data.data?.[1]), started: performance.now(), ended: 0, bytes: [] });
  };
  // Before the worker's own listener, which answers at once.
  addEventListener('message', hear, { capture: true });
  const send = scope.postMessage.bind(scope) as (...all: unknown[]) => void;
  scope.postMessage = (...all: unknown[]) => {
    const open = statements.at(-1);
    const part = (all[0] as { data?: unknown } | undefined)?.data;
    if (open) open.ended = performance.now();
    if (open?.bytes && part instanceof Uint8Array)
      open.bytes = open.bytes.length + part.length > mostBytes ? null : [...open.bytes, ...part];
    send(...all);
  };
}

/** From now on: what DuckDB is asked. */
export async function startRecording(workers: readonly PageWorker[]): Promise<void> {
  for (const worker of workers) await worker.evaluate(listen, MOST_BYTES).catch(() => undefined);
}

export async function recordedStatements(workers: readonly PageWorker[]): Promise<Statement[]> {
  const found: Recorded[] = [];
  for (const worker of workers)
    found.push(
      ...(await worker
        .evaluate(() => (self as unknown as { statements?: Recorded[] }).statements ?? [])
        .catch(() => [])),
    );
  const named = namedTexts();
  let phase = 'read';
  return found.map((one) => {
    const known = named.find(({ head }) => one.sql.startsWith(head))?.id;
    phase = known?.split('/')[0] ?? phaseOf(one.sql) ?? phase;
    const id = known ?? one.sql.replaceAll(/\s+/g, ' ').slice(0, 100);
    return { id, phase, rows: rowsOf(one.bytes), milliseconds: one.ended - one.started };
  });
}

/** Milliseconds of each part of the import, in the order in which they begin. */
export function byPhase(statements: readonly Statement[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { phase, milliseconds } of statements) sums[phase] = (sums[phase] ?? 0) + milliseconds;
  return sums;
}

/** The texts of src/warehouse by the comment that they begin with: binding changes nothing in it. */
function namedTexts(): { id: string; head: string }[] {
  const folder = path.join(root, 'src/warehouse');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({
      id: name.replaceAll(path.sep, '/').replace(/\.sql$/, ''),
      head: readFileSync(path.join(folder, name), 'utf8').split('\n', 1)[0]!,
    }));
}

/** The part of the import that a text without a file of its own begins or belongs to; null where it goes on with the one before. */
export function phaseOf(sql: string): string | null {
  if (/^(attach|create or replace table (raw|ragged_rows|rows_outside)\b)/.test(sql)) return 'read';
  if (/\b(sampled|examined)\b|^select count\(c\d+\) as filled_/.test(sql)) return 'evidence';
  if (/^select 0 as at\b/.test(sql)) return 'bridge';
  if (/^select '\w+' as name, count/.test(sql)) return 'checks';
  if (/\bfrom raw\b/.test(sql) && !/^create/.test(sql)) return 'questions';
  if (/\b(source_rows|gift_card_rows|staged_lines)\b/.test(sql)) return 'staging';
  return null;
}

function rowsOf(bytes: number[] | null): number | null {
  if (bytes === null || bytes.length === 0) return null;
  try {
    const table = tableFromIPC(new Uint8Array(bytes));
    const [only] = table.schema.fields;
    const isCount = table.numCols === 1 && only?.name === 'Count' && table.numRows === 1;
    return isCount ? Number(table.getChildAt(0)?.get(0)) : table.numRows;
  } catch {
    return null;
  }
}
