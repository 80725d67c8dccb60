import { describe, expect, it } from 'vitest';
import { fingerprintOf, readSavedMapping, savedMapping } from '../../../src/ingest/mapping/saved-mapping';
import { outcomeTold } from '../../helpers/told';

const HEADERS = ['Order ID', 'Date', 'Khách hàng', 'Amount (USD)'];

describe('a saved mapping', () => {
  it('has the fingerprint of its headers in any order, case and punctuation, and of no others', () => {
    const print = fingerprintOf(HEADERS);
    expect(print).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprintOf([...HEADERS].reverse())).toBe(print);
    expect(fingerprintOf(['order_id', 'DATE', 'khach hang', 'amount'])).toBe(print);
    expect(fingerprintOf([...HEADERS, 'Note'])).not.toBe(print);
    expect(fingerprintOf(['Order ID', 'Date', 'Customer', 'Amount'])).not.toBe(print);
  });

  it('comes back for a file whose columns stand in another order', () => {
    const text = savedMapping(HEADERS, { map: { amount: 3, customer: 2, tax: null }, date_order: 'dmy' });
    const read = readSavedMapping(text, 'm.json', [...HEADERS].reverse());
    expect(read).toEqual({
      ok: true,
      value: { map: { amount: 0, customer: 1, tax: null }, date_order: 'dmy' },
    });
  });

  it('holds names of columns and settings: no file, no day, no value of a row', () => {
    const text = savedMapping(HEADERS, {
      files: [{ name: 'clients of Anna.csv' }],
      as_of: '2024-12-31',
      rules: { walk_in: 'keep' },
      map: { date: 1 },
    });
    expect(JSON.parse(text)).toEqual({
      regulars: 'mapping',
      version: 1,
      fingerprint: fingerprintOf(HEADERS),
      choices: { map: { date: 'Date' }, rules: { walk_in: 'keep' } },
    });
  });

  it.each([
    ['no JSON', 'not-a-mapping'],
    ['[1]', 'not-a-mapping'],
    ['{"regulars":"mapping","version":2,"choices":{}}', 'newer-mapping'],
    [savedMapping(['Sum'], { map: { amount: 0 } }), 'unknown-column'],
  ])('%s is refused with what to do', (text, code) => {
    const read = outcomeTold(readSavedMapping(text, 'm.json', HEADERS));
    expect(read).toMatchObject({ ok: false, error: { code, file: 'm.json' } });
    expect(read.ok || read.error.next).toBeTruthy();
  });
});
