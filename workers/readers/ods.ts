import { isoText, numberText } from './cell-text';
import { CsvParts } from './csv-parts';
import { refused } from './refused';
import type { SheetTable } from './sheet-table';
import { attribute, type XmlHandler } from './xml-scanner';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

const times = (attributes: string, name: string): number =>
  Math.max(1, Math.floor(Number(attribute(attributes, name) ?? 1)) || 1);

/** `PT27H30M00S` as `27:30:00`. */
function clockText(value: string): string {
  const [, sign = '', hours = '0', minutes = '0', seconds = '0'] =
    /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?/.exec(value) ?? [];
  return `${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}:${seconds.padStart(2, '0')}`;
}

/** The tables of an OpenDocument `content.xml` (or of a flat .fods), as they stream past. */
export class OdsReader implements XmlHandler {
  readonly tables: SheetTable[] = [];
  #csv: CsvParts | null = null;
  #name = '';
  #style = '';
  #errors = 0;
  #hiddenStyles = new Set<string>();
  #styleName = '';
  #row = 0;
  #rowTimes = 1;
  #cells: string[] = [];
  #column = 0;
  #cellTimes = 1;
  #value: string | null = null;
  #paragraphs: string[] = [];
  #inParagraph = 0;
  #inNote = 0;
  #inCell = false;

  open(name: string, attributes: string): void {
    if (this.#inNote > 0 || name === 'annotation') {
      if (name === 'annotation') this.#inNote++;
      return;
    }
    if (name === 'style') this.#styleName = attribute(attributes, 'name') ?? '';
    else if (name === 'table-properties' && attribute(attributes, 'display') === 'false')
      this.#hiddenStyles.add(this.#styleName);
    else if (name === 'table' && this.#csv === null) this.#openTable(attributes);
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
    else if (name === 'p' && this.#inCell && this.#inParagraph++ === 0) this.#paragraphs.push('');
    else if (this.#inParagraph > 0) this.#inText(name, attributes);
  }

  #openTable(attributes: string): void {
    this.#name = attribute(attributes, 'name') ?? '';
    this.#style = attribute(attributes, 'style-name') ?? '';
    this.#csv = new CsvParts(this.#name);
    this.#row = this.#errors = 0;
  }

  #openRow(attributes: string): void {
    this.#rowTimes = times(attributes, 'number-rows-repeated');
    this.#cells = [];
    this.#column = 0;
  }

  #openCell(attributes: string): void {
    this.#inCell = true;
    this.#cellTimes = times(attributes, 'number-columns-repeated');
    this.#paragraphs = [];
    const type = attribute(attributes, 'value-type');
    const said = (name: string) => attribute(attributes, name) ?? '';
    if (type === 'float' || type === 'currency' || type === 'percentage')
      this.#value = numberText(Number(said('value')));
    else if (type === 'date') this.#value = isoText(said('date-value'));
    else if (type === 'time') this.#value = clockText(said('time-value'));
    else if (type === 'boolean') this.#value = said('boolean-value').toUpperCase();
    else this.#value = type === 'string' ? (attribute(attributes, 'string-value') ?? null) : null;
  }

  #inText(name: string, attributes: string): void {
    if (name === 's') this.text(' '.repeat(Math.min(times(attributes, 'c'), 1000)));
    else if (name === 'tab') this.text('\t');
    else if (name === 'line-break') this.text('\n');
  }

  text(text: string): void {
    if (this.#inNote === 0 && this.#inParagraph > 0) this.#paragraphs[this.#paragraphs.length - 1] += text;
  }

  close(name: string): void {
    if (name === 'annotation') this.#inNote--;
    else if (this.#inNote > 0) return;
    else if (name === 'p' && this.#inParagraph > 0) this.#inParagraph--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#closeTable();
  }

  #closeCell(): void {
    const shown = this.#paragraphs.join('\n');
    const isError = this.#value === '0' && /^(#|Err:)\S/.test(shown);
    if (isError) this.#errors++;
    const text = isError ? '' : (this.#value ?? shown);
    if (text !== '') {
      if (this.#column + this.#cellTimes > MOST_COLUMNS)
        throw refused('sheet-too-wide', { sheet: this.#name, most: MOST_COLUMNS });
      while (this.#cells.length < this.#column) this.#cells.push('');
      for (let i = 0; i < this.#cellTimes; i++) this.#cells.push(text);
    }
    this.#column += this.#cellTimes;
    this.#inCell = false;
  }

  #closeRow(): void {
    if (this.#cells.length > 0) {
      if (this.#row + this.#rowTimes > MOST_ROWS)
        throw refused('sheet-too-long', { sheet: this.#name, most: MOST_ROWS });
      for (let i = 0; i < this.#rowTimes; i++) this.#csv?.add(this.#row + i, this.#cells);
    }
    this.#row += this.#rowTimes;
  }

  #closeTable(): void {
    if (!this.#csv) return;
    const { rows, columns } = this.#csv;
    const hidden = this.#hiddenStyles.has(this.#style);
    this.tables.push({
      name: this.#name,
      hidden,
      rows,
      columns,
      errors: this.#errors,
      text: this.#csv.blob(),
    });
    this.#csv = null;
  }
}
