import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { wantedTable, type SourceTable } from '../../src/engine/source-contract';
import { openSource } from '../../workers/readers/open-source';
import { readOldWorkbook } from '../../workers/readers/old-workbook';

/** The tables of a dropped file by the code that the page's readers run, in Node. Throws the EngineError of the page. */
export async function tablesOf(file: File, choices: Choices = {}): Promise<SourceTable[]> {
  const said = choices.files?.find(({ name }) => name === file.name) ?? {};
  const opened = await openSource(file, file.name, said, readOldWorkbook);
  if (!opened.ok) throw new EngineError(opened.error);
  return opened.value.map((table) => ({
    ...table,
    file,
    name: file.name,
    text: table.text instanceof File ? table.text : new File([table.text], file.name),
  }));
}

/** The table that is read where one alone is wanted. */
export async function tableOf(file: File, choices: Choices = {}): Promise<[SourceTable, SourceTable[]]> {
  const tables = await tablesOf(file, choices);
  const table = wantedTable(tables, choices);
  if (!table) throw new Error('a file without tables');
  return [table, tables];
}
