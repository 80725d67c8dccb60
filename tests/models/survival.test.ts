import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  logRank,
  quantileInterval,
  quantileTime,
  survivalAt,
  type Wait,
} from '../../src/models/survival';
import { dataFile, describeWithData } from '../helpers/data';

interface Reference {
  kaplan_meier_R_survival: {
    six_mp: Record<
      'time' | 'event' | 't' | 'n_risk' | 'd' | 'S' | 'greenwood_se' | 'ci_loglog_lo' | 'ci_loglog_hi',
      number[]
    >;
    cdnow_second_purchase_days: Record<'t' | 'n_risk' | 'S' | 'se' | 'loglog_lo' | 'loglog_hi', number[]>;
  };
}
const reference = () =>
  (JSON.parse(readFileSync(dataFile('stats', 'shared_reference.json'), 'utf8')) as Reference)
    .kaplan_meier_R_survival;
const csv = (name: string) =>
  readFileSync(dataFile('stats', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const near = (found: number | null, wanted: number) =>
  expect(Math.abs(Number(found) - wanted)).toBeLessThan(1e-6);

describeWithData('Kaplan–Meier as R’s survival has it', () => {
  it('6-MP: every point, Greenwood’s error and the log-log band', () => {
    const { six_mp: of } = reference();
    const points = kaplanMeier(of.time.map((time, at) => ({ time, ended: of.event[at] === 1 })));
    expect(points.map(({ time }) => time)).toEqual(of.t);
    expect(points.map((point) => point.at_risk)).toEqual(of.n_risk);
    expect(points.map(({ ended }) => ended)).toEqual(of.d);
    points.forEach((point, at) => {
      near(point.survival, of.S[at]!);
      near(point.error, of.greenwood_se[at]!);
      near(point.low, of.ci_loglog_lo[at]!);
      near(point.high, of.ci_loglog_hi[at]!);
    });
  });

  it('CDNOW, days to the second purchase: survival and band at eight days, and no median', () => {
    const { cdnow_second_purchase_days: of } = reference();
    const waits = csv('km_second_purchase_cdnow.csv').map(([, days, event]): Wait => ({
      time: Number(days),
      ended: Number(event) === 1,
    }));
    const points = kaplanMeier(waits);
    of.t.forEach((time, at) => {
      const point = points.filter((one) => one.time <= time).at(-1)!;
      near(survivalAt(points, time), of.S[at]!);
      near(point.error, of.se[at]!);
      near(point.low, of.loglog_lo[at]!);
      near(point.high, of.loglog_hi[at]!);
    });
    expect(quantileTime(points)).toBeNull();
  });

  it('Waltons: medians 58 and 26 with their intervals, log-rank 122.249', () => {
    const flies = csv('waltons_dataset.csv');
    const group = (name: string) =>
      flies
        .filter((one) => one[2]?.trim() === name)
        .map(([time, event]): Wait => ({ time: Number(time), ended: Number(event) === 1 }));
    const [control, treated] = [group('control'), group('miR-137')];
    expect(quantileInterval(kaplanMeier(control))).toEqual({ time: 58, low: 56, high: 60 });
    expect(quantileInterval(kaplanMeier(treated))).toEqual({ time: 26, low: 19, high: 29 });
    const test = logRank([control, treated]);
    expect(test.degrees).toBe(1);
    expect(Math.round(test.chi2 * 1000) / 1000).toBe(122.249);
    near(test.expected[0]!, 148.92449);
    near(logRank([treated, control]).chi2, test.chi2);
  });
});

describe('Kaplan–Meier', () => {
  const waits = fc.array(
    fc.record({
      time: fc.integer({ min: 0, max: 30 }),
      ended: fc.boolean(),
      count: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('falls along the time from at most 1 to at least 0, inside its band', () => {
    fc.assert(
      fc.property(waits, (list) => {
        let before = 1;
        for (const { survival, low, high } of kaplanMeier(list)) {
          expect(survival).toBeLessThan(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          if (low !== null && high !== null) {
            expect(low).toBeLessThanOrEqual(survival);
            expect(high).toBeGreaterThanOrEqual(survival);
          }
          before = survival;
        }
      }),
    );
  });

  it('counts waits alike as if each stood alone, in any order', () => {
    fc.assert(
      fc.property(waits, (list) => {
        const each = list.flatMap(({ time, ended, count }) =>
          Array.from({ length: count }, () => ({ time, ended })),
        );
        expect(kaplanMeier(each.reverse())).toEqual(kaplanMeier(list));
      }),
    );
  });

  it('is the plain share where no wait is open, and stays at 1 where none has ended', () => {
    const all = [1, 2, 2, 5].map((time) => ({ time, ended: true }));
    expect(kaplanMeier(all).map(({ survival }) => survival)).toEqual([0.75, 0.25, 0]);
    expect(kaplanMeier([{ time: 9, ended: false }])).toEqual([]);
    expect(kaplanMeier([])).toEqual([]);
  });
});

describe('the log-rank test', () => {
  it('finds no difference between a group and itself, nor where nothing ended', () => {
    const group = [3, 5, 8, 8].map((time) => ({ time, ended: time !== 5 }));
    expect(logRank([group, group]).chi2).toBeCloseTo(0, 12);
    expect(logRank([[{ time: 1, ended: false }], [{ time: 2, ended: false }]]).chi2).toBe(0);
  });

  it('expects as many endings in all as there were', () => {
    const groups = [
      [1, 4, 6].map((time) => ({ time, ended: true })),
      [2, 4, 9].map((time) => ({ time, ended: time !== 9 })),
      [3, 7, 7].map((time) => ({ time, ended: true })),
    ];
    const { observed, expected, degrees } = logRank(groups);
    const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
    expect(degrees).toBe(2);
    expect(sum(expected)).toBeCloseTo(sum(observed), 12);
  });
});
