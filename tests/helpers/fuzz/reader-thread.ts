import { parentPort } from 'node:worker_threads';
import { openSource } from '../../../workers/readers/open-source';
import { readOldWorkbook } from '../../../workers/readers/old-workbook';

/** The readers in a thread that can be ended, as the page's reader worker is; bundled by `reading.ts`. */
parentPort?.on('message', async ({ bytes, name }: { bytes: Uint8Array<ArrayBuffer>; name: string }) => {
  const opened = await openSource(new Blob([bytes]), name, {}, (book, texts) => {
    // What follows is code of others over a damaged file: whoever waits for it is told so first.
    parentPort?.postMessage({ isOld: true });
    return readOldWorkbook(book, texts);
  });
  if (!opened.ok) return void parentPort?.postMessage({ problem: opened.error });
  const tables = await Promise.all(
    opened.value.map(async (table) => ({ ...table, text: await table.text.arrayBuffer() })),
  );
  parentPort?.postMessage({ tables });
});
