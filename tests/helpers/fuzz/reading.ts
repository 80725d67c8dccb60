import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { fault, type Fault } from '../../../src/domain/said/problems';
import { errorTold } from '../../../src/engine/told';
import type { ReadTable, SourceTable } from '../../../src/engine/source-contract';

type Answer =
  { isOld: true } | { problem: Fault } | { tables: (Omit<ReadTable, 'text'> & { text: ArrayBuffer })[] };

export interface Reading {
  /** The tables of a file. Throws the EngineError of the page, or an Error where the product's own code is too slow. */
  open(file: { name: string; bytes: Uint8Array<ArrayBuffer> }): Promise<SourceTable[]>;
  /** Files at which the readers of older formats were ended, as the page ends them. */
  ended: number;
  close(): Promise<void>;
}

/** Milliseconds of the processor that this process has used, in all of its threads. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The page's readers in threads that are ended when a file takes more than `budget` milliseconds of the processor. */
export async function startReading(budget: number): Promise<Reading> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'regulars-reading-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      minify: false,
      ssr: path.resolve('tests/helpers/fuzz/reader-thread.ts'),
      rollupOptions: { output: { entryFileNames: 'reader.mjs', format: 'es' } },
    },
    ssr: { noExternal: true, target: 'node' },
  });
  const start = () => new Worker(path.join(folder, 'reader.mjs'), { stdout: true, stderr: true });
  let worker = start();
  const reading: Reading = {
    ended: 0,
    async open({ name, bytes }) {
      let isOld = false;
      const answer = await new Promise<Exclude<Answer, { isOld: true }>>((resolve, reject) => {
        const since = spent();
        const late = setInterval(() => {
          if (spent() - since < budget) return;
          clearInterval(late);
          void worker.terminate();
          worker = start();
          if (!isOld) return void reject(new Error(`${name} is read for more than ${budget} ms`));
          reading.ended++;
          resolve({
            problem: fault('standstill', { name }, { code: 'workbook-refused' }),
          });
        }, 100);
        worker.removeAllListeners();
        worker.on('message', (said: Answer) => {
          if ('isOld' in said) return void (isOld = true);
          clearInterval(late);
          resolve(said);
        });
        worker.on('error', (error) => {
          clearInterval(late);
          worker = start();
          // Out of memory in code of others ends its thread, as it ends the page's worker.
          if (isOld) resolve({ problem: fault('damaged', { name, kind: 'workbook', why: null }) });
          else reject(error);
        });
        worker.postMessage({ name, bytes });
      });
      if ('problem' in answer) throw errorTold(answer.problem);
      const file = new File([bytes], name);
      return answer.tables.map((table) => ({ ...table, file, name, text: new File([table.text], name) }));
    },
    async close() {
      await worker.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return reading;
}
