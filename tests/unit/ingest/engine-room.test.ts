import { describe, expect, test } from 'vitest';
import { roomOf, tooLarge } from '../../../src/ingest/engine-room';
import { problemOf } from '../../../src/i18n/say';

/** As the sample shop writes its rows: 121 bytes a line. */
const row = [
  ...['100001', '2021-01-01 08:10:30', '10030', 'sumin.kebeldo55@mail.example.com', 'Austria', 'Web'],
  ...['Camomile 50 g', 'Tea', '2', '4.80', '0.48', 'WELCOME5', 'Completed'],
];
const sample = Array.from({ length: 50 }, () => row);
const bytesOf = (lines: number) => lines * (row.join(',').length + 1);
const file = (lines: number) => ({ name: 'orders.csv', size: bytesOf(lines) });

describe('whether a file fits the engine', () => {
  test('is judged by its size and its first rows: ten million lines of 13 columns do', () => {
    expect(roomOf(file(10_000_000), sample, row.length).rows).toBeCloseTo(10_000_000, -1);
    expect(tooLarge(file(10_000_000), sample, row.length)).toBeNull();
  });

  test('and one that does not is refused before it is read, with the limit and what would fit', () => {
    const fault = tooLarge(file(30_000_000), sample, row.length);
    const refused = fault && problemOf(fault);
    expect(refused?.code).toBe('too-large');
    expect(refused?.message).toMatch(/30\.0 million rows of 13 columns .* at most 3\.0 of the 4 GB/);
    expect(refused?.next).toMatch(/only the columns that are needed/);
    const fit = Number(/about ([\d.]+) million/.exec(refused?.next ?? '')?.[1]) * 1e6;
    expect(tooLarge(file(fit * 0.98), sample, row.length)).toBeNull();
    expect(tooLarge(file(fit * 1.02), sample, row.length)).not.toBeNull();
  });

  test('cells count, not bytes: many short ones take more memory than they take on the disk', () => {
    const flags = Array.from({ length: 50 }, () => Array.from({ length: 200 }, () => '1'));
    expect(tooLarge({ name: 'flags.csv', size: 500_000_000 }, flags, 200)?.code).toBe('too-large');
    expect(tooLarge({ name: 'text.csv', size: 500_000_000 }, [['a'.repeat(400)]], 1)).toBeNull();
  });
});
