import { DecryptionError, EncryptedFileError, readXlsx } from 'hucre';
import { fault } from '../../src/domain/said/problems';
import type { ReadTable } from '../../src/engine/source-contract';
import { dateText, isErrorText, numberText } from './cell-text';
import { CsvParts } from './csv-parts';
import { readOld, type Source } from './source';
import { ReadProblem } from './refused';
import { tablesOfSheets } from './sheet-table';

/** Names of the streams of a compound file stand in it as UTF-16. */
const ENCRYPTED = new TextDecoder('latin1').decode(
  new Uint8Array([...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0])),
);

/** An old `.xls`, or a new workbook that is encrypted with a password. */
export async function openCompound(source: Source): Promise<ReadTable[]> {
  const bytes = new Uint8Array(await source.bytes.arrayBuffer());
  if (!new TextDecoder('latin1').decode(bytes).includes(ENCRYPTED))
    return readOld(source, 'xls', { id: 'old-workbook', values: {} });
  const { password } = source.options;
  if (password === undefined) throw needsPassword(source.name, false);
  try {
    const { sheets } = await readXlsx(bytes, { password });
    return tablesOfSheets(
      source,
      sheets.map((sheet) => {
        const csv = new CsvParts(sheet.name);
        let errors = 0;
        sheet.rows.forEach((row, at) => {
          const cells = row.map((value, column) => {
            const type = sheet.cells?.get(`${at},${column}`)?.type;
            const isError = isErrorText(value) && (type === 'error' || type === 'formula');
            if (isError) errors++;
            return isError ? '' : cellText(value);
          });
          csv.add(at, cells);
        });
        const hidden = sheet.hidden === true || sheet.veryHidden === true;
        return { name: sheet.name, hidden, rows: csv.rows, columns: csv.columns, errors, text: csv.blob() };
      }),
      'xlsx',
      { id: 'encrypted-workbook', values: {} },
    );
  } catch (error) {
    if (error instanceof DecryptionError) throw needsPassword(source.name, true);
    if (error instanceof EncryptedFileError) throw needsPassword(source.name, false);
    throw error;
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateText(value) : String(value);
}

const needsPassword = (name: string, wasWrong: boolean) =>
  new ReadProblem(fault('needs-password', { name, was_wrong: wasWrong }, { file: name }));
