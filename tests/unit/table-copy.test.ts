import { expect, test } from 'vitest';
import type { Column, Row } from '../../src/domain/table';
import { tabbed } from '../../src/ui/table-rows';

const columns: Column[] = [
  { name: 'who', type: 'text', unit: 'text' },
  { name: 'net', type: 'number', unit: 'money' },
  { name: 'is_late', type: 'boolean', unit: 'flag' },
];
const rows: Row[] = [
  { who: 'Ada\tL\r\nByron', net: -1234.5, is_late: true },
  { who: '=HYPERLINK("x")', net: null, is_late: null },
];

test('a table is copied as cells: figures as they are held, no value as nothing, no cell that breaks or runs', () => {
  expect(tabbed(columns, rows, { heads: { who: 'Customer', net: 'Net' }, currency: 'EUR' })).toBe(
    'Customer\tNet, EUR\tis late\nAda L Byron\t-1234.5\ttrue\n\'=HYPERLINK("x")\t\t',
  );
});

test('a row is copied without the head', () => {
  expect(tabbed(columns, rows.slice(0, 1), null)).toBe('Ada L Byron\t-1234.5\ttrue');
});
