import { describe, expect, it } from 'vitest';
import type { Column, Row } from '../../src/domain/table';
import { placeOf } from '../../src/ui/place';
import { aloud, progressText, timeLeft } from '../../src/ui/progress';
import { cellOf, headOf, nextSorting, ROW_HEIGHT, sortRows, windowOf } from '../../src/ui/table-rows';

const name: Column = { name: 'name', type: 'text', unit: 'text' };
const net: Column = { name: 'net', type: 'number', unit: 'money' };

describe('a table', () => {
  const rows: Row[] = [
    ...[
      { name: 'Item 10', net: 5 },
      { name: 'Item 9', net: null },
      { name: 'item 2', net: -3 },
      { name: null, net: 5 },
    ],
  ];

  it('sorts figures by size and texts as people do; empty cells stay last both ways', () => {
    const by = (column: string, down: boolean, show: string) =>
      sortRows(rows, { column, down }).map((row) => row[show]);
    expect(by('net', false, 'net')).toEqual([-3, 5, 5, null]);
    expect(by('net', true, 'net')).toEqual([5, 5, -3, null]);
    expect(by('name', false, 'name')).toEqual(['item 2', 'Item 9', 'Item 10', null]);
    expect(by('net', true, 'name').slice(0, 2)).toEqual(['Item 10', null]);
  });

  it('a third click on a head brings back the order of the file', () => {
    const first = nextSorting(null, net);
    const second = nextSorting(first, net);
    expect([first?.down, second?.down, nextSorting(second, net)]).toEqual([true, false, null]);
    expect(nextSorting(first, name)).toEqual({ column: 'name', down: false });
    expect(sortRows(rows, null)).toBe(rows);
  });

  it('draws all rows up to 200, then only those in sight and a few around', () => {
    expect(windowOf(0, 640, 200)).toEqual({ from: 0, to: 200 });
    const { from, to } = windowOf(1000 * ROW_HEIGHT, 640, 5000);
    expect(from).toBeLessThan(1000);
    expect(to).toBeGreaterThan(1020);
    expect(to - from).toBeLessThan(60);
    expect(windowOf(5000 * ROW_HEIGHT, 640, 5000).to).toBe(5000);
  });

  it('a column called constructor is empty where a row has none', () => {
    const column: Column = { name: 'constructor', type: 'text', unit: 'text' };
    expect(cellOf({}, column, null)).toBe('–');
    expect(
      sortRows([{}, { constructor: 'a' } as unknown as Row], { column: 'constructor', down: false })[1],
    ).toEqual({});
  });

  it('says the unit once, in the head', () => {
    expect(headOf(net, {}, 'GBP')).toBe('net, GBP');
    expect(headOf({ ...net, unit: 'rate', name: 'repeat_rate' }, {}, null)).toBe('repeat rate, %');
    expect(headOf({ ...name, name: 'constructor' }, {}, null)).toBe('constructor');
  });
});

describe('progress', () => {
  it('says what, how far and how long still', () => {
    const half = { done: 3_100_000, total: 12_400_000, unit: 'rows', secondsLeft: 9 } as const;
    expect(progressText('Reading', half)).toBe('Reading 3.1 of 12.4 million lines … about 9 seconds');
    expect(progressText('Building', { done: 2, total: 7, unit: 'steps', secondsLeft: null })).toBe(
      'Building 2 of 7 steps …',
    );
    expect(progressText('Starting', { done: null, total: null, unit: null, secondsLeft: Infinity })).toBe(
      'Starting …',
    );
  });

  it('promises no more precision than it has', () => {
    expect([0.2, 1, 9.4, 23, 89, 200].map(timeLeft)).toEqual([
      ...['1 second', '1 second', '9 seconds', '25 seconds', '90 seconds', '3 minutes'],
    ]);
  });

  it('is spoken at each tenth only', () => {
    expect([0.31, 0.39].map((share) => aloud('Reading', share))).toEqual(['Reading, 30%', 'Reading, 30%']);
  });
});

describe('a problem', () => {
  it('names file, line and column where they are known', () => {
    const problem = { code: 'ragged-row', message: 'x', file: 'a\u202eb.csv', line: 1204, column: 'price' };
    expect(placeOf(problem)).toBe('in a\ufffdb.csv, line 1,204, column price');
    expect(placeOf({ code: 'empty-file', message: 'x' })).toBe('');
  });
});
