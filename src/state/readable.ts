import type { Choices } from '../domain/choices';
import type { SourceTable } from '../engine/source-contract';
import { openWorkbook } from '../engine/spreadsheet-client';
import { sniffFormat } from '../ingest/sniff-format';

/** The tables of a dropped file as text that the engine can read, at least one. Throws EngineErrors. */
export async function readable(signal: AbortSignal, file: File, choices: Choices): Promise<SourceTable[]> {
  const head = new Uint8Array(await file.slice(0, 1 << 20).arrayBuffer());
  const one = { file, name: file.name, member: null, encoding: 'utf-8', evidence: [] };
  if (sniffFormat(head, file.name).format !== 'xlsx')
    return [{ ...one, sheet: null, hidden: false, format: 'text', text: file, dialect: null }];
  const wanted = choices.files?.find(({ name }) => name === file.name)?.sheet;
  const opened = await openWorkbook(signal, file, wanted);
  return opened.sheets
    .filter(({ name, rows }) => rows > 0 || name === opened.sheet)
    .map(({ name, hidden }) => ({
      ...one,
      sheet: name,
      hidden,
      format: 'xlsx',
      text: new File(name === opened.sheet ? [opened.text] : [], file.name),
      dialect: null,
    }));
}
