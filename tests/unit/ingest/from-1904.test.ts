import { utils, write, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../../workers/readers/open-source';
import { readOldWorkbook } from '../../../workers/readers/old-workbook';
import { zipOf } from './zip-bytes';

const open = async (bytes: Uint8Array, name: string) => {
  const opened = await openSource(new Blob([bytes as Uint8Array<ArrayBuffer>]), name, {}, readOldWorkbook);
  if (!opened.ok) throw new Error(opened.error.id);
  return (await opened.value[0]!.text.text()).trim().split('\n');
};

/** A workbook whose second column is shown as a day; `system` is what its settings say of the first day. */
const workbook = (days: number[], system: string): Uint8Array =>
  zipOf(
    [
      ['[Content_Types].xml', '<Types/>'],
      [
        'xl/workbook.xml',
        `<workbook><workbookPr ${system}/><sheets><sheet name="Orders" r:id="r1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>',
      ],
      [
        'xl/styles.xml',
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
      ],
      [
        'xl/worksheets/sheet1.xml',
        `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>order</v></c><c r="B1" t="str"><v>day</v></c></row>${days
          .map(
            (day, i) =>
              `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c><c r="B${i + 2}" s="1"><v>${day}</v></c></row>`,
          )
          .join('')}</sheetData></worksheet>`,
      ],
    ].map(([name = '', content = '']) => ({ name, content: new TextEncoder().encode(content) })),
  );

// 31 January 2024 is day 45,322 from 1900 and day 43,860 from 1904; 2 January 1904 is day 1 of the later one.
describe('a workbook whose days count from 1904', () => {
  it.each(['date1904="1"', 'date1904="true"', 'date1904="on"'])(
    'says so as %s and is read so',
    async (said) => {
      expect(await open(workbook([43_860, 43_860.5, 1], said), 'orders.xlsx')).toEqual([
        'order,day',
        '0,2024-01-31',
        '1,2024-01-31 12:00:00',
        '2,1904-01-02',
      ]);
    },
  );

  it.each(['', 'date1904="0"', 'date1904="false"'])('is none where it says "%s"', async (said) => {
    expect(await open(workbook([45_322], said), 'orders.xlsx')).toEqual(['order,day', '0,2024-01-31']);
  });

  it.each(['biff8', 'xlsb', 'xlml'] as const)('is read so in the older format %s', async (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['order', 'day'],
      [1, { t: 'n', v: 43_860, z: 'yyyy-mm-dd' }],
    ]);
    const book: WorkBook = {
      SheetNames: ['Orders'],
      Sheets: { Orders: sheet },
      Workbook: { WBProps: { date1904: true } },
    };
    const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
    expect(await open(bytes, 'orders.xls')).toEqual(['order,day', '1,2024-01-31']);
  });
});
