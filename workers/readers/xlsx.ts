import {
  durationText,
  isErrorText,
  isoText,
  isPlainNumber,
  momentText,
  numberText,
  quoted,
} from './cell-text';
import { CsvParts } from './csv-parts';
import { momentOfSerial } from './number-format';
import { refused } from './refused';
import type { SheetTable } from './sheet-table';
import { dateStyles, scan, sharedStrings, unescaped, workbookParts, type Parts } from './xlsx-parts';
import { attribute, decoded, type XmlHandler } from './xml-scanner';

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
  /** Quoted already, where they have to be. */
  strings: string[];
  dates: boolean[];
  from1904: boolean;
}

/** Rows of one sheet as they stream past. Places are those of the cells themselves, never of `<dimension>`. */
class SheetReader implements XmlHandler {
  readonly csv: CsvParts;
  errors = 0;
  hiddenRows = 0;
  /** Formulas without a value. */
  unsolved = 0;
  #isHidden = false;
  #hasFormula = false;
  #hasValue = false;
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
    this.csv = new CsvParts(name);
    this.#book = book;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') {
      this.#takes = this.#depthOfReading === 0;
      this.#hasValue = true;
    } else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#depthOfReading++;
    else if (name === 'row') {
      const said = Number(attribute(attributes, 'r'));
      const at = Number.isInteger(said) && said > this.#row + 1 ? said - 1 : this.#row + 1;
      if (at >= MOST_ROWS) throw refused('row-beyond', { row: at + 1, most: MOST_ROWS });
      this.#row = at;
      this.#isHidden = /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '');
      this.#column = -1;
      this.#cells = [];
    }
  }

  #openCell(attributes: string): void {
    const said = columnOf(attribute(attributes, 'r') ?? '');
    const column = said >= 0 ? said : this.#column + 1;
    if (column >= MOST_COLUMNS) throw refused('cell-beyond', { most: MOST_COLUMNS });
    this.#column = column;
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? 0);
    this.#value = '';
    this.#hasFormula = this.#hasValue = false;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#takes = false;
    else if (name === 'c') {
      if (this.#hasFormula && !this.#hasValue) this.unsolved++;
      this.#put(this.#text());
    } else if (name === 'rPh') this.#depthOfReading--;
    else if (name === 'row') {
      if (this.#isHidden && this.#cells.length > 0) this.hiddenRows++;
      this.csv.addWritten(this.#row, this.#cells);
    }
  }

  #put(text: string): void {
    if (text === '') return;
    const cells = this.#cells;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  /** `<c r="B7" s="1" t="s"><v>12</v></c>`, which nearly every cell is, at once. */
  take(text: string, open: number): number {
    // `<c `
    if (text.charCodeAt(open + 1) !== 99 || text.charCodeAt(open + 2) !== 32) return -1;
    let at = open + 2;
    let column = 0;
    let type = 'n';
    let style = 0;
    while (text.charCodeAt(at) === 32) {
      const name = text.charCodeAt(at + 1);
      if (text.charCodeAt(at + 2) !== 61 || text.charCodeAt(at + 3) !== 34) return -1;
      const from = at + 4;
      const end = text.indexOf('"', from);
      if (end < 0 || end - from > 16) return -1;
      if (name === 114) {
        for (at = from; at < end; at++) {
          const code = text.charCodeAt(at);
          if (code < 65 || code > 90) break;
          column = column * 26 + code - 64;
        }
      } else if (name === 115) {
        for (at = from; at < end; at++) style = style * 10 + text.charCodeAt(at) - 48;
      } else if (name === 116) type = text.slice(from, end);
      else return -1;
      at = end + 1;
    }
    if (column === 0 || column > MOST_COLUMNS || !(style >= 0) || this.#depthOfReading > 0) return -1;
    if (!text.startsWith('><v>', at)) return -1;
    const from = at + 4;
    const end = text.indexOf('<', from);
    if (end < 0 || !text.startsWith('</v></c>', end)) return -1;
    this.#column = column - 1;
    this.#type = type;
    this.#style = style;
    this.#value = decoded(text.slice(from, end));
    this.#put(this.#text());
    return end + 8;
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
        return quoted(unescaped(value));
      case 'str':
        if (!isErrorText(value)) return quoted(unescaped(value));
        this.errors++;
        return '';
      case 'b':
        return value.trim() === '0' ? 'FALSE' : 'TRUE';
      case 'e':
        this.errors++;
        return '';
      case 'd':
        return quoted(isoText(value));
      default:
        return this.#number(value);
    }
  }

  #number(value: string): string {
    const { dates, from1904 } = this.#book;
    const isDate = dates[this.#style] === true;
    if (!isDate && isPlainNumber(value)) return value;
    const number = Number(value);
    if (Number.isNaN(number)) return quoted(value);
    if (!isDate) return numberText(number);
    return number < 0 && !from1904 ? durationText(number) : momentText(momentOfSerial(number, from1904));
  }
}

/** The sheets of a workbook as CSV, each streamed past once: no sheet is ever held whole. Throws `Refused`. */
export async function readXlsx(parts: Parts): Promise<SheetTable[]> {
  const { sheets, from1904, strings, styles } = await workbookParts(parts);
  const book = {
    strings: (await sharedStrings(parts, strings)).map(quoted),
    dates: await dateStyles(parts, styles),
    from1904,
  };
  const tables: SheetTable[] = [];
  for (const { name, hidden, part } of sheets) {
    const reader = new SheetReader(name, book);
    if (!(await scan(parts, part, reader))) continue;
    const { rows, columns } = reader.csv;
    tables.push({
      name,
      hidden,
      rows,
      columns,
      errors: reader.errors,
      hiddenRows: reader.hiddenRows,
      unsolved: reader.unsolved,
      text: reader.csv.blob(),
    });
  }
  return tables;
}
