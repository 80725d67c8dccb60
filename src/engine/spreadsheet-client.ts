import * as Comlink from 'comlink';
import { spreadsheet } from 'virtual:worker-texts';
import { EngineError } from './errors';
import type { SheetInfo, SpreadsheetApi } from './spreadsheet-contract';
import { blobWorker } from './trusted';

/** A sheet of a workbook as text, and what else the workbook holds. */
export interface OpenedWorkbook {
  text: Blob;
  sheet: string;
  sheets: SheetInfo[];
}

/**
 * Read one sheet in a worker that is thrown away afterwards, whatever the workbook made of it. Without a name, the
 * sheet with most rows that is not hidden. Throws EngineErrors; aborting ends the worker at once.
 */
export async function openWorkbook(signal: AbortSignal, file: File, sheet?: string): Promise<OpenedWorkbook> {
  signal.throwIfAborted();
  const text = await (await fetch(new URL(spreadsheet, document.baseURI))).text();
  const worker = blobWorker(text, { name: 'spreadsheet' });
  const ended = new Promise<never>((_, reject) => {
    const stop = () => reject(new EngineError({ code: 'cancelled', message: 'Stopped.' }));
    signal.addEventListener('abort', stop, { once: true });
    worker.addEventListener('error', (event) =>
      reject(new EngineError({ code: 'workbook-damaged', file: file.name, message: event.message })),
    );
  });
  try {
    return await Promise.race([ended, read(Comlink.wrap<SpreadsheetApi>(worker), file, sheet)]);
  } finally {
    worker.terminate();
  }
}

async function read(
  remote: Comlink.Remote<SpreadsheetApi>,
  file: File,
  wanted?: string,
): Promise<OpenedWorkbook> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const listed = await remote.sheets(bytes, file.name);
  if (!listed.ok) throw new EngineError(listed.error);
  const sheets = listed.value;
  const fullest = sheets.filter(({ hidden }) => !hidden).toSorted((a, b) => b.rows - a.rows)[0];
  const name = wanted ?? fullest?.name;
  if (name === undefined)
    throw new EngineError({ code: 'empty-file', file: file.name, message: 'No sheet.' });
  const opened = await remote.toText(bytes, file.name, name);
  if (!opened.ok) throw new EngineError(opened.error);
  return { text: opened.value.text, sheet: name, sheets };
}
