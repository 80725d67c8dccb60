import { describe, expect, it } from 'vitest';
import { turnsOfYear, yearQuestion, yearsIn } from '../../../src/ingest/dates/date-questions';
import { looksLikeDates } from '../../../src/ingest/dates/detect-dates';
import { isDateColumn, readColumns } from '../../../src/ingest/mapping/read-columns';
import { countEvidence } from './count-evidence';
import { questionOf } from '../../../src/i18n/say';

const column = (values: string[], header = 'Date', choices = {}) =>
  readColumns(
    countEvidence(
      [header],
      values.map((value) => [value]),
    ),
    choices,
  )[0]!;
const readingOf = (values: string[], header?: string, choices = {}) =>
  column(values, header, choices).dates?.reading ?? null;

describe('moments counted from 1970', () => {
  it.each([
    ['seconds', 'created', ['1704456000', '1714046400']],
    ['thousandths', 'Order date', ['1704456000123', '1714046400000']],
    ['millionths', 'ts', ['1704456000123456', '1714046400000000']],
    ['by their range alone', 'ts2', ['1704456000', '1704801601', '1706961600', '1707912000']],
    ['fractions', 'timestamp', ['1704456000.25', '1714046400.5']],
    ['with a zero for none', 'created_at', ['1704456000', '0', '1714046400']],
  ])('are dates where the header speaks of dates: %s', (_, header, values) => {
    expect(readingOf(values, header)).toMatchObject({ style: 'epoch', has_offset: true });
  });

  it.each([
    ['ids', 'Customer ID', ['1704456000', '1714046400']],
    ['phones', 'Phone', ['1704456000', '1714046400']],
    ['the id of what was created', 'created_id', ['1704456000', '1714046400']],
    ['two of a column that says nothing', 'value', ['1704456000', '1714046400']],
    ['numbers that count on', 'value', ['1704456001', '1704456002', '1704456003', '1704456004']],
    ['steps of one size', 'value', ['1000100001', '1000200001', '1000300001', '1000400001']],
    ['round amounts', 'value', ['1704456000', '1714046000', '1714050000', '1715000000']],
    ['anything from ten digits', 'value', ['1004456003', '2014046417', '1404050021', '1715000111']],
    ['numbers of other years', 'created', ['4704456000', '4714046400']],
    ['small numbers', 'Day', ['17', '18']],
  ])('are none: %s', (_, header, values) => {
    expect(isDateColumn(column(values, header))).toBe(false);
  });
});

describe('months without a day', () => {
  it.each([
    ['2024-01', '2024-02'],
    ['2024/01', '2024/02'],
    ['01/2024', '02/2024'],
    ['January 2024', 'February 2024'],
    ['janv. 2024', 'févr. 2024'],
    ['enero 2024', 'febrero 2024'],
    ['มกราคม 2567', 'กุมภาพันธ์ 2567'],
    ['Jan-24', 'Feb-24', 'Dec-24', 'Jan-25'],
    ["Jan '24", "Feb '24"],
    ['2024年1月', '2024年2月'],
    ['Tháng 1/2024', 'Tháng 2/2024'],
  ])('are periods under a header that speaks of dates: %s', (...values) => {
    expect(readingOf(values, 'Month')).toMatchObject({ lacks: 'day' });
    expect(readingOf(values, 'Order month'), 'of an order').toMatchObject({ lacks: 'day' });
    expect(readingOf(values, 'Style'), 'under another header').toBeNull();
    expect(looksLikeDates(values)).toBe(false);
  });

  it.each([
    ['numbers of orders by year', 'Order No', ['2024-01', '2024-02']],
    ['numbers that count on', 'Date', ['2024-15', '2024-44']],
    ['fractions', 'Day', ['1.2024', '2.2025']],
  ])('are none: %s', (_, header, values) => {
    expect(isDateColumn(column(values, header))).toBe(false);
  });
});

describe('days without a year', () => {
  it.each([
    ['3-Jan', '14-Feb', '28-Dec'],
    ['3 January', '14 February'],
    ['3. Jan', '14. Feb'],
    ['Jan-3', 'Jan-14', 'Feb-28'],
    ['Jan 3', 'March 14th'],
    ['3 janv.', '14 févr.'],
    ['3 de enero', '14 de febrero'],
    ['03/01', '14/02'],
    ['03.01.', '14.02.'],
    ['1月3日', '12月14日'],
    ['Fri 3 Jan', 'Thu 14 Feb'],
    ['3-Jan 14:30', '14-Feb 9:05'],
    ['3 ม.ค.', '14 ก.พ.'],
  ])('ask for it: %s', (...values) => {
    expect(readingOf(values)?.year).toEqual({ first: null, turns: [] });
    expect(readingOf(values, 'Date', { year: 2024 })?.year).toEqual({ first: 2024, turns: [] });
    expect(readingOf(values, 'Size'), 'under another header').toBeNull();
  });

  it('of two numbers up to 12 ask for the order too', () => {
    expect(column(['03/01', '04/02']).dates).toMatchObject({ ambiguous: true, reading: null });
    expect(readingOf(['03/01', '04/02'], 'Date', { date_order: 'mdy' })?.formats).toEqual(['%m/%d/%Y']);
  });

  it.each([
    ['sizes', 'Size', ['10/12', '8/10']],
    ['prices', 'Date', ['3.01', '14.02']],
    ['words', 'When', ['May be', 'March on']],
  ])('are none: %s', (_, header, values) => {
    expect(isDateColumn(column(values, header))).toBe(false);
  });
});

describe('the year', () => {
  it('that is named is offered first, with where it stands', () => {
    expect(yearsIn('Sales book 2025, page 12034')).toEqual([2025]);
    expect(yearsIn('ยอดขาย ๒๕๖๘')).toEqual([2025]);
    const { options } = questionOf(yearQuestion('Date', '3-Jan', [{ year: 2021, where: 'title' }], 2026, 0));
    expect(options.slice(0, 2).map(({ value }) => value)).toEqual(['2021', '2026']);
    expect(options[0]?.label).toContain('above the header');
  });

  const rows = (...months: number[]) => months.map((month, row) => ({ row, month }));

  it('goes on where December turns to January, each time', () => {
    expect(turnsOfYear(rows(11, 12, 1, 2, 12, 1))).toEqual([
      { row: 2, years: 1 },
      { row: 4, years: 0 },
      { row: 5, years: 1 },
    ]);
    expect(turnsOfYear(rows(10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1))).toEqual([
      { row: 3, years: 1 },
      { row: 15, years: 2 },
    ]);
  });

  it('goes back where the newest row stands first', () => {
    expect(turnsOfYear(rows(3, 2, 1, 12, 11))).toEqual([{ row: 3, years: -1 }]);
  });

  it('stays where a late entry is of the month before, where months are missing, and where rows stand in no order', () => {
    expect(turnsOfYear(rows(1, 2, 3, 2, 3, 4, 5, 6, 7))).toEqual([]);
    expect(turnsOfYear(rows(1, 2, 3, 12))).toEqual([]);
    expect(turnsOfYear(rows(5, 2, 9, 12, 1, 7, 3, 11, 2, 6))).toEqual([]);
  });
});
