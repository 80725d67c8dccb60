import { describe, expect, it } from 'vitest';
import { analyses } from '../../../src/analyses/registry';
import { comparedDays, daysOf } from '../../../src/domain/scope/period';
import { ANYBODY, EVERYTHING, isEverything, within, type Scope } from '../../../src/domain/scope/scope';
import { PLAIN_PERIODS } from '../../../src/domain/periods';
import { isOfScope, scopeIn, scopePairs } from '../../../src/state/scope/address';
import { controlPairs, controlsIn } from '../../../src/state/scope/controls';
import { comparedIn, parametersIn } from '../../../src/state/scope/parameters';

const query = (pairs: readonly (readonly [string, string])[]) =>
  new URLSearchParams(pairs.map(([name, value]) => [name, value]));
const again = (scope: Scope) => scopeIn(new URLSearchParams(query(scopePairs(scope)).toString()));

const FULL: Scope = {
  period: { kind: 'days', from: '2024-03-01', to: '2024-06-30' },
  compare: 'others',
  others: { ...ANYBODY, values: { 'status (column)': ['a=b&c', '“ü”'] }, status: ['lost'] },
  type: 'dealer',
  customers: {
    values: { country: ['Germany', 'France'] },
    status: ['lapsed', 'lost'],
    groups: ['Loyal'],
    atLeast: 6,
    under: 12,
  },
  orders: { values: { channel: ['Web'] }, isInside: true },
};

describe('the scope in an address', () => {
  it('is read back as it was, whatever the file calls its columns and values', () => {
    expect(again(FULL)).toEqual(FULL);
    for (const period of [
      { kind: 'all' },
      { kind: 'last', months: 12 },
      { kind: 'year', year: 2023 },
      { kind: 'days', from: null, to: '2024-01-31' },
    ] as const)
      expect(again({ ...EVERYTHING, period })).toEqual({ ...EVERYTHING, period });
  });

  it('is not written where nothing is left out', () => {
    expect(scopePairs(EVERYTHING)).toEqual([]);
    expect(isEverything(scopeIn(new URLSearchParams()))).toBe(true);
  });

  it('leaves out what somebody has written wrongly', () => {
    const wrong = 'period=2024-13-01..&vs=nothing&type=x&status=dead&group=Kings&tenure=a..b&who.=x&first=no';
    expect(scopeIn(new URLSearchParams(wrong))).toEqual(EVERYTHING);
    expect(scopeIn(new URLSearchParams('period=2024-02-01..2024-01-01')).period).toEqual({ kind: 'all' });
    expect(scopeIn(new URLSearchParams('period=0m')).period).toEqual({ kind: 'all' });
  });

  it('shares no name with a control of any analysis', () => {
    const names = [...analyses.values()].flatMap(({ params }) => params.map(({ name }) => name));
    expect(names.filter(isOfScope)).toEqual([]);
  });

  it('loses the columns that another file does not have, and nothing else', () => {
    const left = within(FULL, ['country']);
    expect(left.customers).toEqual(FULL.customers);
    expect([left.orders.values, left.others.values]).toEqual([{}, {}]);
  });
});

describe('controls in an address', () => {
  const every = [...analyses.values()];
  it('are read back for every analysis and every kind of control, and usual ones are not written', () => {
    for (const analysis of every) {
      const usual = Object.fromEntries(analysis.params.map((spec) => [spec.name, spec.default]));
      expect(controlPairs(analysis, usual)).toEqual([]);
      const other = Object.fromEntries(
        analysis.params.flatMap((spec): [string, string | number | boolean][] => {
          if (spec.kind === 'choice' || spec.kind === 'choice_or_null')
            return [[spec.name, spec.options.find((one) => one !== spec.default)!]];
          if (spec.kind === 'integer') return [[spec.name, spec.maximum]];
          if (spec.kind === 'flag') return [[spec.name, !spec.default]];
          if (spec.kind === 'attribute') return [[spec.name, 'Größe & Co']];
          return [];
        }),
      );
      const differing = Object.fromEntries(
        Object.entries(other).filter(([name, value]) => value !== usual[name]),
      );
      expect(controlsIn(analysis, query(controlPairs(analysis, other)))).toEqual(differing);
    }
  });

  it('leave out what a control cannot be', () => {
    const cohorts = analyses.get('cohort-retention')!;
    expect(controlsIn(cohorts, new URLSearchParams('grain=decade&mode=by_then'))).toEqual({
      mode: 'by_then',
    });
  });
});

describe('the days of a period', () => {
  const days = (from: string | null, to: string | null) => ({ from, to });
  it('end with the last complete day, or with the year as the project has it', () => {
    expect(daysOf({ kind: 'last', months: 12 }, '2024-12-31', PLAIN_PERIODS)).toEqual(
      days('2024-01-01', null),
    );
    expect(daysOf({ kind: 'last', months: 1 }, '2024-03-31', PLAIN_PERIODS)).toEqual(
      days('2024-03-01', null),
    );
    expect(daysOf({ kind: 'year', year: 2023 }, null, PLAIN_PERIODS)).toEqual(
      days('2023-01-01', '2023-12-31'),
    );
    expect(daysOf({ kind: 'year', year: 2023 }, null, { week_start: 1, fiscal_year_start: 4 })).toEqual(
      days('2023-04-01', '2024-03-31'),
    );
  });

  it('are compared with whole months where they are whole months, else with as many days', () => {
    const before = (from: string, to: string | null) => comparedDays(days(from, to), 'before', '2024-12-31');
    expect(before('2024-01-01', '2024-12-31')).toEqual(days('2023-01-01', '2023-12-31'));
    expect(before('2024-03-01', '2024-03-31')).toEqual(days('2024-02-01', '2024-02-29'));
    expect(before('2024-01-01', null)).toEqual(days('2023-01-01', '2023-12-31'));
    expect(before('2023-12-16', '2024-12-15')).toEqual(days('2022-12-16', '2023-12-15'));
    expect(before('2024-03-05', '2024-03-11')).toEqual(days('2024-02-27', '2024-03-04'));
  });

  it('are compared with the same days a year earlier, February whole', () => {
    const year = (from: string, to: string) => comparedDays(days(from, to), 'year', '2024-12-31');
    expect(year('2024-02-01', '2024-02-29')).toEqual(days('2023-02-01', '2023-02-28'));
    expect(year('2025-02-01', '2025-02-28')).toEqual(days('2024-02-01', '2024-02-29'));
    expect(year('2024-03-05', '2024-03-11')).toEqual(days('2023-03-05', '2023-03-11'));
    expect(comparedDays(days(null, '2024-03-11'), 'year', null)).toBeNull();
  });
});

describe('the scope as parameters', () => {
  const project = { as_of: '2024-12-31', periods: PLAIN_PERIODS, rfm: { f_cuts: '1,2,3,4' } };
  it('is nothing where nothing is left out', () => {
    expect(parametersIn(EVERYTHING, project)).toEqual({
      ...{ from: null, to: null, customer_type: null, customers_who: null, orders_that: null },
    });
    expect(comparedIn(EVERYTHING, project)).toBeNull();
  });

  it('has each condition, and the cuts by which groups are found', () => {
    expect(parametersIn(FULL, project)).toEqual({
      ...{ from: '2024-03-01', to: '2024-06-30', customer_type: 'dealer' },
      customers_who: {
        country: ['Germany', 'France'],
        status: ['lapsed', 'lost'],
        tenure: { at_least: { months: 6 }, under: { months: 12 } },
        rfm: { group: ['Loyal'], f_cuts: '1,2,3,4' },
      },
      orders_that: { channel: ['Web'], first_order: 'inside' },
    });
  });

  it('is compared with other customers in the same days, or with the same customers in others', () => {
    expect(comparedIn(FULL, project)).toMatchObject({
      from: '2024-03-01',
      customers_who: { status: ['lost'] },
    });
    expect(comparedIn({ ...FULL, compare: 'year' }, project)).toMatchObject({
      ...{ from: '2023-03-01', to: '2023-06-30', customers_who: { status: ['lapsed', 'lost'] } },
    });
    expect(comparedIn({ ...FULL, compare: 'others', others: ANYBODY }, project)).toBeNull();
  });
});
