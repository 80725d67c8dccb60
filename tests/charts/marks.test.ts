import { describe, expect, it } from 'vitest';
import { markAt, type Mark } from '../../src/charts/marks';
import { tipAt } from '../../src/charts/tip';

const mark = (title: string, x: number, y: number, width: number, height: number): Mark => ({
  ...{ row: 0, column: 0, title, facts: [] },
  ...{ x, y, width, height },
});
const at = (marks: readonly Mark[], x: number, y: number) => markAt(marks, x, y, null)?.title ?? null;

describe('a pointer', () => {
  it('is on the mark that it is over, of two the smaller', () => {
    const marks = [mark('row', 0, 0, 400, 30), mark('dot', 100, 10, 8, 8)];
    expect(at(marks, 104, 14)).toBe('dot');
    expect(at(marks, 300, 14)).toBe('row');
  });

  it('is on the nearest mark close by, and on none further away', () => {
    const marks = [mark('one', 0, 0, 10, 10), mark('other', 50, 0, 10, 10)];
    expect(at(marks, 22, 5)).toBe('one');
    expect(at(marks, 38, 5)).toBe('other');
    expect(at(marks, 5, 60)).toBeNull();
  });
});

describe('a tip', () => {
  it('opens to the side with more room and is no wider than it', () => {
    expect(tipAt('', [], 100, 0, 358)).toMatchObject({ side: 'right', room: 246 });
    expect(tipAt('', [], 300, 0, 358)).toMatchObject({ side: 'left', room: 260 });
    expect(tipAt('', [], 179, 0, 358)).toMatchObject({ side: 'right', room: 167 });
  });
});
