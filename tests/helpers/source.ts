import type { Choices } from '../../src/domain/choices';
import { errorTold } from '../../src/engine/told';
import type { SourceTable } from '../../src/engine/source-contract';
import { openSource } from '../../workers/readers/open-source';
import { readOldWorkbook } from '../../workers/readers/old-workbook';

/** The tables of a dropped file by the code that the page's readers run, in Node. Throws the EngineError of the page. */
export async function tablesOf(file: File, choices: Choices = {}): Promise<SourceTable[]> {
  const said = choices.files?.find(({ name }) => name === file.name) ?? {};
  const opened = await openSource(file, file.name, said, readOldWorkbook);
  if (!opened.ok) throw errorTold(opened.error);
  return opened.value.map((table) => ({
    ...table,
    file,
    name: file.name,
    text: table.text instanceof File ? table.text : new File([table.text], file.name),
  }));
}
