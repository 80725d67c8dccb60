import { wasm } from 'virtual:worker-texts';
import { compileWasm } from '../../../src/engine/wasm';
import { openDatabase, startDuckDBWorker } from '../../../workers/engine/database-wasm';

const never = new AbortController().signal;
const database = await openDatabase(startDuckDBWorker(), await compileWasm(wasm), () => undefined);

/** The least that reading this file can cost in this engine: milliseconds of one statement, all columns as text. */
async function bare(file: File): Promise<{ milliseconds: number; rows: number }> {
  await database.registerFile('in/x.csv', file);
  const started = performance.now();
  await database.run(never, `create table bare as select * from read_csv('in/x.csv', all_varchar = true)`);
  const milliseconds = performance.now() - started;
  const [counted] = await database.rows<{ n: number }>(never, 'select count(*) as n from bare');
  return { milliseconds, rows: counted?.n ?? 0 };
}

Object.assign(window, { bare });
