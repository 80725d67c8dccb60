import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/engine/errors';
import { inWords } from '../../src/state/report-words';
import { openShop } from '../helpers/warehouse';

const fileOf = (phones: readonly string[]) =>
  `Order ID,Order date,Phone,Amount\n${phones.map((phone, i) => `${i + 1},2024-01-${String(i + 10)},${phone},10.00\n`).join('')}`;
const open = (phones: readonly string[], choices = {}) => openShop('native', fileOf(phones), choices);
const customersOf = async (phones: readonly string[], choices = {}) =>
  (await open(phones, choices)).report.identified.customers;

describe('one number in several spellings is one customer', () => {
  it.each<[string, string[], number]>([
    ['with + and with a zero', ['0901234567', '+84 901 234 567', '0912345678'], 2],
    [
      'with 00 and with a zero',
      ['0044 20 7946 0958', '020 7946 0958', '(020) 7946 0958', '020 7946 0111'],
      2,
    ],
    ['with (0)', ['+44 (0)20 7946 0958', '+44 20 7946 0958', '020 7946 0958'], 1],
    [
      'with extensions',
      ['415-555-0111 ext 5', '(415) 555-0111 x5', '415 555 0111', '415-555-0111 ext. 31'],
      1,
    ],
    ['without a + in a spreadsheet', ['84901234567', '0901234567', '84912345678', '0912345678'], 2],
    ['with dots and a 1', ['+1 (415) 555-0100', '1.415.555.0100', '415-555-0100'], 1],
    ['a number of somebody else abroad', ['0901234567', '+84901234567', '+1 415 555 0100'], 2],
    ['all alike', ['0901234567', '0912345678', '0901234567'], 2],
    ['of two lengths that never meet', ['+84901234567', '0912345678', '0987654321'], 3],
    ['one accident without a +', ['19012345678', '9012345678', '5550100200'], 3],
  ])('%s', async (_name, phones, customers) => {
    expect(await customersOf(phones)).toBe(customers);
  });

  it('the prefix is said with the numbers that show it, and a person’s own comes first', async () => {
    const phones = ['0901234567', '+84901234567', '0912345678'];
    const said = inWords((await open(phones)).report).findings.find(
      ({ id }) => id === 'phone_prefix',
    )?.sentence;
    expect(said).toContain('with +84 and without it (1 of those compared)');
    expect(await customersOf(phones, { identity: { phone_prefix: '49' } })).toBe(3);
    expect(await customersOf(phones, { identity: { phone_prefix: '' } })).toBe(3);
  });

  it('numbers that meet under two prefixes are asked about', async () => {
    const phones = ['0901234567', '+84901234567', '0170123456', '+49170123456'];
    const error: unknown = await open(phones).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EngineError);
    const [question] = (error as EngineError).questions ?? [];
    expect(question?.id).toBe('phone_prefix');
    expect(question?.options.map(({ value }) => value)).toEqual(['49', '84']);
    expect(await customersOf(phones, { identity: { phone_prefix: '84' } })).toBe(3);
  });

  it('numbers that a spreadsheet has rounded tell nobody apart, and it is said', async () => {
    const { report } = await open(['8.49E+10', '8.49E+10', '8.49E+10']);
    expect(report.identified.customers).toBe(0);
    expect(report.anonymous.orders).toBe(3);
    expect(report.facts).toContainEqual({
      id: 'destroyed_ids',
      values: { column: 'Phone', rows: 3, example: '8.49E+10' },
    });
  });

  it('a few rounded numbers are nobody, the others are read', async () => {
    const { report } = await open(['0901234567', '8.49E+10', '0912345678', '8.49E+10', '0901234567']);
    expect(report.identified.customers).toBe(2);
    expect(report.anonymous.orders).toBe(2);
  });
});
