import { describe, expect, it } from 'vitest';
import { explanationOf, likelyTogether, typedTotal } from '../../../src/ingest/mapping/till-switches';

describe('a total as a person types it', () => {
  it.each([
    ['2,297,200.86', 2297200.86, 0.005],
    ['2.297.200,86', 2297200.86, 0.005],
    ['2 297 200', 2297200, 0.5],
    ["1'200.5", 1200.5, 0.05],
    ['₫1.200.000', 1200000, 0.5],
    ['1.200', 1200, 0.5],
    ['12,50 €', 12.5, 0.005],
    ['EUR 12.50', 12.5, 0.005],
  ])('%s', (text, value, within) => {
    const typed = typedTotal(text);
    expect(typed?.value).toBe(value);
    expect(typed?.within).toBeCloseTo(within, 6);
  });

  it.each(['', 'much', '0', '-5', '1e5', '12 apples'])('%s is none', (text) => {
    expect(typedTotal(text)).toBeNull();
  });
});

describe('what explains a difference', () => {
  const now = { sales: 1000, net: 900 };
  const withTax = { sales: 1190, net: 1071 };
  const withCancelled = { sales: 1100, net: 1000 };
  const nothing = { sales: 1000, net: 900 };
  const alone = [withTax, withCancelled, nothing];
  const because = (value: number) => explanationOf({ value, within: 0.005 }, now, alone);
  const together = (value: number, most = 12) => likelyTogether({ value, within: 0.005 }, now, alone, most);

  it('is nothing where a total agrees, before or after refunds', () => {
    expect(because(1000)).toEqual({ switched: null, figure: 'sales' });
    expect(because(900)).toEqual({ switched: null, figure: 'net' });
  });

  it('is one assumption where one makes it', () => {
    expect(because(1190)).toEqual({ switched: 0, figure: 'sales' });
    expect(because(1071)).toEqual({ switched: 0, figure: 'net' });
    expect(because(1234)).toBeNull();
  });

  it('may be several together, of those that change something; the nearest are counted first', () => {
    expect(together(1290)).toEqual([[0, 1]]);
    const third = [...alone, { sales: 1500, net: 1350 }];
    expect(likelyTogether({ value: 1610, within: 0.5 }, now, third, 2)).toEqual([
      [1, 3],
      // By what is left after refunds.
      [0, 1, 3],
    ]);
    expect(likelyTogether({ value: 1610, within: 0.5 }, now, third, 99)).toHaveLength(4);
  });
});
