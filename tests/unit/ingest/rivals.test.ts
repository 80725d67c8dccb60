import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../src/domain/choices';
import type { ColumnEvidence } from '../../../src/domain/evidence';
import { proposeMapping } from '../../../src/ingest/mapping/propose-mapping';

const ROWS = 60;
const column = (position: number, name: string, examples: string[], filled = ROWS): ColumnEvidence => ({
  column: name,
  position,
  rows: ROWS,
  filled,
  distinct: 20,
  examples,
  wrapped_ids: 0,
  ...(/^\d{4}-/.test(examples[0] ?? '')
    ? {
        dates: [
          { shape: '9999-99-99', rows: filled, examples, first_row: 1, max_first: 2025, max_second: 12 },
        ],
      }
    : {}),
});
const FILE = [
  column(0, 'Order date', ['2025-01-31', '2025-02-01']),
  column(1, 'Order ID', ['o1', 'o2']),
  column(2, 'Customer ID', ['a', 'b']),
];
const customerOf = (columns: ColumnEvidence[], choices: Choices = {}) =>
  proposeMapping(columns, { name: 'shop.csv' }, choices).fields.find(({ field }) => field === 'customer');

describe('a decisive field', () => {
  it('is sure where no other column could be it', () => {
    expect(customerOf(FILE)).toMatchObject({ column: 'Customer ID', confidence: 'sure' });
    expect(customerOf(FILE)).not.toHaveProperty('rivals');
  });

  it('is never sure beside an unused column with a name and values for it, which is named', () => {
    expect(customerOf([...FILE, column(3, 'Client', ['x1', 'x2'])])).toMatchObject({
      column: 'Customer ID',
      confidence: 'likely',
      rivals: ['Client'],
    });
  });

  it('has no rival in a column without values, or with values that cannot be it', () => {
    expect(customerOf([...FILE, column(3, 'Client', [], 0)])).not.toHaveProperty('rivals');
    expect(customerOf([...FILE, column(3, 'Client', ['2025-03-01'])])).not.toHaveProperty('rivals');
  });

  it('has none once a person has said so', () => {
    const said = customerOf([...FILE, column(3, 'Client', ['x1', 'x2'])], {
      map: { customer: 'Customer ID' },
    });
    expect(said).toMatchObject({ confidence: 'sure' });
    expect(said).not.toHaveProperty('rivals');
  });
});
