import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Patience } from '../../../src/engine/patience';

const SECOND = 1000;

describe('a reader is given up for standing still, never for being slow', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('one that does something every 29 seconds may take a day', () => {
    const giveUp = vi.fn();
    const patience = new Patience(30 * SECOND, giveUp);
    for (let at = 0; at < 24 * 3600; at += 29) {
      vi.advanceTimersByTime(29 * SECOND);
      patience.worked();
    }
    expect(giveUp).not.toHaveBeenCalled();
    patience.end();
  });

  test('one that does nothing is given up at its limit, once', () => {
    const giveUp = vi.fn();
    const patience = new Patience(120 * SECOND, giveUp);
    patience.worked(30 * SECOND);
    vi.advanceTimersByTime(30 * SECOND - 1);
    expect(giveUp).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100 * SECOND);
    expect(giveUp).toHaveBeenCalledTimes(1);
  });

  test('and one that is done is left alone', () => {
    const giveUp = vi.fn();
    new Patience(30 * SECOND, giveUp).end();
    vi.advanceTimersByTime(60 * SECOND);
    expect(giveUp).not.toHaveBeenCalled();
  });
});
