import { describe, expect, test } from 'vitest';
import type { Standing } from '../../src/storage/generations';
import { stepOf } from '../../src/state/tab-step';

const stood: Standing = { generation: 4, last: 4, emptied: 1, forgotten: 0 };
const step = (
  now: Partial<Standing>,
  role: 'writer' | 'reader',
  open: 'nothing' | 'kept' | 'unkept' | 'waiting',
) => stepOf(stood, { ...stood, ...now }, { role, open });

describe('a tab that becomes the writer', () => {
  test('keeps what is open and was not kept yet, where nobody has kept anything since', () => {
    expect(step({}, 'writer', 'unkept')).toBe('keep');
    expect(step({}, 'reader', 'unkept')).toBe('rest');
  });

  test('asks before it writes over what another tab has kept since', () => {
    expect(step({ generation: 5, last: 5 }, 'writer', 'unkept')).toBe('ask');
  });

  test('opens the newest where what it shows is an older one', () => {
    expect(step({ generation: 5, last: 5 }, 'writer', 'kept')).toBe('reopen');
    expect(step({ generation: 5, last: 5 }, 'writer', 'nothing')).toBe('reopen');
    expect(step({}, 'writer', 'kept')).toBe('rest');
  });

  test('leaves a person alone who is on the mapping page', () => {
    expect(step({ generation: 5, last: 5 }, 'writer', 'waiting')).toBe('rest');
  });
});

describe('every tab', () => {
  test.each(['writer', 'reader'] as const)('(%s) is emptied where everything was deleted', (role) => {
    for (const open of ['nothing', 'kept', 'unkept', 'waiting'] as const)
      expect(step({ generation: null, emptied: 2 }, role, open)).toBe('empty');
  });

  test('closes a file that was forgotten, and keeps one of its own', () => {
    expect(step({ generation: null }, 'reader', 'kept')).toBe('close');
    expect(step({ generation: null }, 'writer', 'unkept')).toBe('keep');
  });

  test('opens the files without a customer who was forgotten elsewhere, as a reader too', () => {
    expect(step({ generation: 5, last: 5, forgotten: 2 }, 'reader', 'kept')).toBe('reopen');
    expect(step({ generation: 5, last: 5 }, 'reader', 'kept')).toBe('rest');
  });

  test('says that all was cleared from outside, where counters have fallen, and writes nothing unasked', () => {
    const cleared = { generation: null, last: 0, emptied: 0 };
    expect(step(cleared, 'writer', 'kept')).toBe('cleared');
    expect(step(cleared, 'writer', 'unkept')).toBe('cleared');
    expect(step(cleared, 'writer', 'nothing')).toBe('follow');
  });
});
