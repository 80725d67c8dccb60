import { wasm } from 'virtual:worker-texts';
import { openDatabase } from '../../../workers/engine/database-wasm';

const never = new AbortController().signal;
const packed = await fetch(new URL(wasm, document.baseURI)).then((response) => response.arrayBuffer());
const { database } = await openDatabase(packed, () => undefined);

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
