import type { Choices } from '../domain/choices';
import { openWorkbook } from '../engine/spreadsheet-client';
import { sniffFormat } from '../ingest/sniff-format';

/** A file as text that the engine can read: a workbook's sheet becomes CSV, everything else stays as it is. */
export async function readable(
  signal: AbortSignal,
  file: File,
  choices: Choices,
): Promise<{ file: File; sheet: string | null; sheets: string[] }> {
  const head = new Uint8Array(await file.slice(0, 1 << 20).arrayBuffer());
  if (sniffFormat(head, file.name).format !== 'xlsx') return { file, sheet: null, sheets: [] };
  const wanted = choices.files?.find(({ name }) => name === file.name)?.sheet ?? choices.files?.[0]?.sheet;
  const opened = await openWorkbook(signal, file, wanted);
  const sheets = opened.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
  return { file: new File([opened.text], file.name), sheet: opened.sheet, sheets };
}
