import { wasm } from 'virtual:worker-texts';
import { compileWasm } from '../../../workers/engine/host/compile-wasm';
import { openDatabase, startDuckDBWorker } from '../../../workers/engine/host/database-wasm';

const never = new AbortController().signal;
const arriving = (await fetch(wasm)).body;
if (!arriving) throw new Error(`${wasm} was not there`);
const database = await openDatabase(startDuckDBWorker(), await compileWasm(arriving), () => undefined);

/** The least that reading this file can cost in this engine: milliseconds of one statement, all columns as text. */
async function bare(file: File): Promise<{ milliseconds: number; rows: number }> {
  await database.registerFile('in/x.csv', file);
  const started = performance.now();
  await database.run(never, `create table bare as select * from read_csv('in/x.csv', all_varchar = true)`);
  const milliseconds = performance.now() - started;
  const [counted] = await database.rows<{ n: number }>(never, 'select count(*) as n from bare');
  return { milliseconds, rows: counted?.n ?? 0 };
}

/** A workbook by the best general reader as published, in a worker, and then the same statement: bytes to a table. */
async function general(file: File): Promise<{ milliseconds: number; rows: number }> {
  const started = performance.now();
  const worker = new Worker(new URL('./general.worker.ts', import.meta.url), { type: 'module' });
  const csv = await new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Blob | string>) =>
      typeof data === 'string' ? reject(new Error(data)) : resolve(data),
    );
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(file);
  });
  worker.terminate();
  const { rows } = await bare(new File([csv], 'x.csv'));
  return { milliseconds: performance.now() - started, rows };
}

Object.assign(window, { bare, general });
