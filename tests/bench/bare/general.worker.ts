import { read, utils } from '@e965/xlsx';

/** The general reader as published: the first sheet as CSV. What it throws is posted as a text. */
addEventListener('message', async ({ data }: MessageEvent<File>) => {
  try {
    const book = read(new Uint8Array(await data.arrayBuffer()), { dense: true, cellDates: true, UTC: true });
    const sheet = book.Sheets[book.SheetNames[0]!]!;
    postMessage(new Blob([utils.sheet_to_csv(sheet, { dateNF: 'yyyy-mm-dd hh:mm:ss' })]));
  } catch (error) {
    postMessage(String(error));
  }
});
