import { dateText, durationText, isErrorText, isoText, numberText } from './cell-text';
import { CsvParts } from './csv-parts';
import { dateOfSerial } from './number-format';
import { Refused } from './refused';
import type { SheetTable } from './sheet-table';
import { dateStyles, scan, sharedStrings, unescaped, workbookParts, type Parts } from './xlsx-parts';
import { attribute, type XmlHandler } from './xml-scanner';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** The column of a cell reference such as `AB12`, from 0; -1 where it has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > MOST_COLUMNS) break;
  }
  return column - 1;
}

interface Book {
  strings: string[];
  dates: boolean[];
  from1904: boolean;
}

/** Rows of one sheet as they stream past. Places are those of the cells themselves, never of `<dimension>`. */
class SheetReader implements XmlHandler {
  readonly csv: CsvParts;
  errors = 0;
  readonly #book: Book;
  #row = -1;
  #column = -1;
  #cells: string[] = [];
  #type = '';
  #style = 0;
  #value = '';
  #takes = false;
  #depthOfReading = 0;

  constructor(name: string, book: Book) {
    this.csv = new CsvParts(`the sheet "${name}"`);
    this.#book = book;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#takes = this.#depthOfReading === 0;
    else if (name === 'rPh') this.#depthOfReading++;
    else if (name === 'row') {
      const said = Number(attribute(attributes, 'r'));
      const at = Number.isInteger(said) && said > this.#row + 1 ? said - 1 : this.#row + 1;
      if (at >= MOST_ROWS)
        throw new Refused(`a sheet has a row ${at + 1}, more than the ${MOST_ROWS} of a workbook`);
      this.#row = at;
      this.#column = -1;
      this.#cells = [];
    }
  }

  #openCell(attributes: string): void {
    const said = columnOf(attribute(attributes, 'r') ?? '');
    const column = said >= 0 ? said : this.#column + 1;
    if (column >= MOST_COLUMNS)
      throw new Refused(`a sheet has a cell beyond column ${MOST_COLUMNS}, the last of a workbook`);
    this.#column = column;
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? 0);
    this.#value = '';
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#takes = false;
    else if (name === 'c') {
      const text = this.#text();
      if (text !== '') {
        while (this.#cells.length < this.#column) this.#cells.push('');
        this.#cells[this.#column] = text;
      }
    } else if (name === 'rPh') this.#depthOfReading--;
    else if (name === 'row') this.csv.add(this.#row, this.#cells);
  }

  text(text: string): void {
    if (this.#takes) this.#value += text;
  }

  #text(): string {
    const value = this.#value;
    if (value === '') return '';
    switch (this.#type) {
      case 's':
        return this.#book.strings[Number(value)] ?? '';
      case 'inlineStr':
        return unescaped(value);
      case 'str':
        if (!isErrorText(value)) return unescaped(value);
        this.errors++;
        return '';
      case 'b':
        return value.trim() === '0' ? 'FALSE' : 'TRUE';
      case 'e':
        this.errors++;
        return '';
      case 'd':
        return isoText(value);
      default:
        return this.#number(value);
    }
  }

  #number(value: string): string {
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    if (!this.#book.dates[this.#style]) return numberText(number);
    if (number < 0) return this.#book.from1904 ? dateText(dateOfSerial(number, true)) : durationText(number);
    return dateText(dateOfSerial(number, this.#book.from1904));
  }
}

/** The sheets of a workbook as CSV, each streamed past once: no sheet is ever held whole. Throws `Refused`. */
export async function readXlsx(parts: Parts): Promise<SheetTable[]> {
  const { sheets, from1904, strings, styles } = await workbookParts(parts);
  const book = {
    strings: await sharedStrings(parts, strings),
    dates: await dateStyles(parts, styles),
    from1904,
  };
  const tables: SheetTable[] = [];
  for (const { name, hidden, part } of sheets) {
    const reader = new SheetReader(name, book);
    if (!(await scan(parts, part, reader))) continue;
    const { rows, columns } = reader.csv;
    tables.push({ name, hidden, rows, columns, errors: reader.errors, text: reader.csv.blob() });
  }
  return tables;
}
