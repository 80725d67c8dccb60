import { beforeAll, describe, expect, it } from 'vitest';
import { missOf } from '../../src/analyses/clv/candidates';
import type { ClvReport } from '../../src/analyses/clv/report';
import { addDays } from '../../src/domain/calendar';
import type { ResultTable } from '../../src/domain/table';
import { sampleShop } from '../../src/sample/shop';
import { dataFile, describeWithData } from '../helpers/data';
import { ENGINES, openShop, type OpenShop } from '../helpers/warehouse';
import { reference } from '../models/references';

const reportOf = ({ provenance }: ResultTable) => provenance.fit as ClvReport;

/** The published fits (models.md §2), parameters to 1e-3 of themselves and s and beta of Pareto/NBD to 5e-3. */
function expectFit(
  found: { parameters: Record<string, number> | null; log_likelihood: number | null },
  wanted: Record<string, number>,
  log_likelihood: number,
) {
  expect(Math.abs(found.log_likelihood! - log_likelihood)).toBeLessThan(1e-3);
  for (const [name, value] of Object.entries(wanted)) {
    const share = name === 's' || name === 'beta' ? 5e-3 : 1e-3;
    expect(Math.abs(found.parameters![name]! / value - 1), name).toBeLessThan(share);
  }
}

const COMPLETE = { history: 'complete', valid: { zero_net: 'keep' } } as const;
const SAMPLE = { ...COMPLETE, map: { customer: 1, date: 2, quantity: 3, amount: 4 } };
const HOLDOUT = {
  calibration_end: '1997-09-30',
  unit: 'weeks',
  horizon_days: 273,
  discount_rate_per_year: 0,
};

describeWithData('the CDNOW master file through the door', () => {
  it('gives the master’s fits, to the end of September 1997 in weeks', async () => {
    const shop = await openShop('native', { path: dataFile('real', 'cdnow/CDNOW_master.txt') }, COMPLETE);
    const answer = await shop.analyse('clv', { ...HOLDOUT, model: 'bg-nbd' });
    const report = reportOf(answer);
    expectFit(report, { r: 0.251624, alpha: 4.788943, a: 0.723434, b: 2.161088 }, -95368.4439);
    expect(report).toMatchObject({ model: 'bg-nbd', customers: 23_570, hidden: null });
    expect(answer.rows.length).toBe(23_570);
    const pareto = report.candidates.find(({ model }) => model === 'pareto-nbd')!.fit!;
    expectFit(pareto, {}, -95415.1186);
  });
});

describeWithData('the CDNOW files as they stood on 30 September 1997, with nothing later in sight', () => {
  const files = [
    ['sample', { path: dataFile('stats', 'CDNOW_sample.txt') }, SAMPLE],
    ['master', { path: dataFile('real', 'cdnow/CDNOW_master.txt') }, COMPLETE],
  ] as const;
  it.each(files)(
    '%s: what customers brought in the 273 days after lies in the band',
    async (_, file, choices) => {
      const shop = await openShop('native', file, choices);
      const [after] = await shop.rows<{ net: number }>(
        `select sum(net)::double as net from orders where ordered_on > '1997-09-30' and customer_no is not null`,
      );
      const report = reportOf(
        await shop.analyse('clv', { as_of: '1997-09-30', horizon_days: 273, discount_rate_per_year: 0 }),
      );
      const total = report.totals.find(({ days }) => days === 273)!;
      expect(total.low).toBeLessThan(after!.net);
      expect(total.high).toBeGreaterThan(after!.net);
      // Of a season nothing can be known after nine months.
      expect(report.season).toBeNull();
    },
  );
});

describe.each(ENGINES)('on %s DuckDB', (engine) => {
  describeWithData('the CDNOW sample, its columns named by their numbers', () => {
    let shop: OpenShop;
    const answers = {} as Record<'bg-nbd' | 'mbg-nbd' | 'pareto-nbd', ResultTable>;
    const prefixes = { 'bg-nbd': 'bg', 'mbg-nbd': 'mbg', 'pareto-nbd': 'pn' } as const;
    const named = { 'bg-nbd': 'bg_nbd', 'mbg-nbd': 'mbg_nbd', 'pareto-nbd': 'pareto_nbd' } as const;
    const ids = Object.keys(prefixes) as (keyof typeof prefixes)[];
    beforeAll(async () => {
      shop = await openShop(engine, { path: dataFile('stats', 'CDNOW_sample.txt') }, SAMPLE);
      for (const model of ids) answers[model] = await shop.analyse('clv', { ...HOLDOUT, model });
    });

    it('is what the page of a customer says of them: the chance, and the days until the next order', async () => {
      // The fit that was made last is the one that stands.
      const { rows } = answers['pareto-nbd'];
      for (const { customer, p_alive, frequency, next_low_days, next_high_days } of [
        0, 1, 500, 1500, 2356,
      ].map((at) => rows[at]!)) {
        const after = (days: unknown) => (days === null ? null : addDays('1997-09-30', Number(days)));
        const next = { next_from: after(next_low_days), next_to: after(next_high_days) };
        expect(await shop.listed({ kind: 'customer', part: 'forecast', customer: String(customer) })).toEqual(
          [{ p_alive, frequency, model: 'pareto-nbd', scored_on: '1997-09-30', ...next, is_left_cut: false }],
        );
      }
    });

    it.each(ids)('%s is fitted to the published parameters, with robust errors', (model) => {
      const { models, sandwich_se, holdout } = reference().cdnow_sample;
      const report = reportOf(answers[model]);
      expectFit(report, models[named[model]].params, models[named[model]].loglik);
      for (const [name, error] of Object.entries(models[named[model]].se))
        expect(report.hessian_errors![name]! / error, name).toBeCloseTo(1, 2);
      if (model !== 'mbg-nbd')
        sandwich_se[named[model] as 'bg_nbd'].se.forEach((error, i) =>
          expect(Object.values(report.errors!)[i]! / error).toBeCloseTo(1, 2),
        );
      expect(report.backtest!.actual).toBe(holdout.actual_sum);
      expect(Math.abs(report.backtest!.expected / holdout[named[model]].sum! - 1)).toBeLessThan(1e-3);
      expect(report.backtest!.mean_absolute_error).toBeCloseTo(holdout[named[model]].mae!, 3);
    });

    it.each(ids)('%s says of named customers what was published', (model) => {
      const rows = new Map(answers[model].rows.map((row) => [Number(row.customer), row]));
      for (const [id, wanted] of Object.entries(reference().cdnow_sample.customers_detail)) {
        const row = rows.get(Number(id))!;
        expect(row.frequency, id).toBe(wanted.x);
        expect(row.recency, id).toBeCloseTo(wanted.t_x!, 7);
        expect(row.age, id).toBeCloseTo(wanted.T!, 7);
        expect(Math.abs(Number(row.p_alive) - wanted[`${prefixes[model]}_p_alive`]!), id).toBeLessThan(1e-4);
        const expected = wanted[`${named[model]}_cet`]!;
        expect(Math.abs(Number(row.expected_orders) - expected), id).toBeLessThan(
          1e-4 * Math.max(1, expected),
        );
        const spend = wanted.gg_expected_value!;
        expect(Math.abs(Number(row.spend_per_order) / spend - 1), id).toBeLessThan(1e-3);
        expect(Number(row.expected_value), id).toBeCloseTo(
          Number(row.expected_orders) * Number(row.spend_per_order),
          6,
        );
      }
    });

    it('the totals are the sums of what customers are expected to bring, and lie in their bands', () => {
      for (const model of ids) {
        const total = reportOf(answers[model]).totals.find(({ days }) => days === 273)!;
        const sum = (name: string) => answers[model].rows.reduce((all, row) => all + Number(row[name]), 0);
        expect(total.orders / sum('expected_orders')).toBeCloseTo(1, 6);
        expect(total.value / sum('expected_value')).toBeCloseTo(1, 6);
        expect(total.low).toBeLessThan(total.value);
        expect(total.high).toBeGreaterThan(total.value);
      }
    });

    it('the answer stands in customer_value for the user’s own SQL, until another question is asked', async () => {
      const [kept] = await shop.rows<{ customers: number; value: number }>(
        'select count(*)::integer as customers, sum(expected_value) as value from customer_value',
      );
      const { rows } = answers['pareto-nbd'];
      expect(kept!.customers).toBe(rows.length);
      expect(kept!.value).toBeCloseTo(
        rows.reduce((sum, row) => sum + Number(row.expected_value), 0),
        4,
      );
    });

    it('margin multiplies, a discount takes off, and days give the same as weeks', async () => {
      const [weeks, days, half, less] = [
        answers['mbg-nbd'],
        await shop.analyse('clv', { ...HOLDOUT, model: 'mbg-nbd', unit: 'days' }),
        await shop.analyse('clv', { ...HOLDOUT, model: 'mbg-nbd', margin: 0.5 }),
        await shop.analyse('clv', { ...HOLDOUT, model: 'mbg-nbd', discount_rate_per_year: 0.15 }),
      ];
      expect(reportOf(days).parameters!.alpha! / reportOf(weeks).parameters!.alpha!).toBeCloseTo(7, 5);
      expect(reportOf(weeks).log_likelihood! - reportOf(days).log_likelihood!).toBeCloseTo(
        2457 * Math.log(7),
        3,
      );
      weeks.rows.slice(0, 50).forEach((row, i) => {
        const value = Number(row.expected_value);
        expect(days.rows[i]).toMatchObject({ customer: row.customer });
        expect(Number(days.rows[i]!.expected_value) / value).toBeCloseTo(1, 5);
        expect(Number(half.rows[i]!.expected_value) / value).toBeCloseTo(0.5, 9);
        expect(Number(less.rows[i]!.expected_value)).toBeLessThan(value);
        expect(Number(less.rows[i]!.expected_value)).toBeGreaterThan(value / 1.15);
      });
    });

    it('finds that customers buy at random, and then the regular models are the random ones', async () => {
      for (const [regular, random] of [
        ['mbg-cnbd-k', 'mbg-nbd'],
        ['bg-cnbd-k', 'bg-nbd'],
      ] as const) {
        const report = reportOf(await shop.analyse('clv', { ...HOLDOUT, model: regular }));
        expect(report.regularity).toEqual({ k: 1 });
        expectFit(
          report,
          { k: 1, ...reportOf(answers[random]).parameters },
          reportOf(answers[random]).log_likelihood!,
        );
      }
    });

    it('left to itself it takes the contender that did best before the test, and says how each did', async () => {
      const report = reportOf(await shop.analyse('clv'));
      expect(report.candidates.map(({ model }) => model)).toEqual([
        ...['mbg-nbd', 'pareto-nbd', 'mbg-cnbd-k', 'bg-nbd'],
      ]);
      expect(['mbg-nbd', 'pareto-nbd']).toContain(report.model);
      const { by, to, tried } = report.choice!;
      expect({ by, to }).toEqual({ by: 'inner-test', to: report.backtest!.from });
      const missed = (model: string) => tried.find((one) => one.model === model)!.missed!;
      expect(missed(report.model!)).toBeLessThanOrEqual(Math.min(missed('mbg-nbd'), missed('pareto-nbd')));
      expect(report.backtest).toMatchObject({ to: '1998-06-30', days: 136 });
      const off = (model: string) =>
        Math.abs(report.candidates.find((one) => one.model === model)!.backtest!.total_error!);
      expect(report.backtest!.total_error).toBe(
        report.candidates.find(({ model }) => model === report.model)!.backtest!.total_error,
      );
      expect(off('pareto-nbd')).toBeLessThan(0.3);
    });
  });
});

describe('a model that has not earned it does not speak of single customers', () => {
  const text = (lines: number) => [...sampleShop({ lines }).chunks()].join('');
  const silent = (answer: ResultTable, reason: string) => {
    expect(reportOf(answer).hidden?.reason).toBe(reason);
    expect(answer.rows.length).toBeGreaterThan(10);
    for (const row of answer.rows)
      expect(row).toMatchObject({
        p_alive: null,
        expected_orders: null,
        expected_value: null,
        low: null,
        high: null,
      });
  };

  it('with few customers, in a short time, or where the last quarter is far off', async () => {
    const shop = await openShop('native', text(20_000), { history: 'complete' });
    const shown = await shop.analyse('clv');
    expect(reportOf(shown).hidden).toBeNull();
    expect(shown.rows[0]!.p_alive).toBeGreaterThan(0);
    silent(await shop.analyse('clv', { to: '2021-02-10' }), 'few-customers');
    silent(await shop.analyse('clv', { to: '2021-05-31' }), 'short-span');
    // A first quarter of the file as the past of a boom: the year that follows holds far more than it says.
    await shop.run(
      `update orders set customer_no = null where ordered_on > '2024-02-01' and customer_no % 5 <> 0`,
    );
    silent(await shop.analyse('clv'), 'total-off');
  });

  it('the choice does not look at the days that judge it, whatever they hold', async () => {
    const shop = await openShop('native', text(12_000), { history: 'complete' });
    const asked = { calibration_end: '2024-03-31' };
    const before = reportOf(await shop.analyse('clv', asked));
    expect(before.choice).toMatchObject({ by: 'inner-test', to: '2024-03-31' });
    // Another future: every order of it is followed by two more.
    const again = (days: number) => `select * replace (ordered_on + ${days} as ordered_on)
      from orders where ordered_on > '2024-03-31' and ordered_on + ${days} <= '2024-12-31'`;
    await shop.run(`insert into orders ${again(9)} union all ${again(17)}`);
    const after = reportOf(await shop.analyse('clv', asked));
    expect(after.backtest!.actual).toBeGreaterThan(2 * before.backtest!.actual);
    expect(after.choice).toEqual(before.choice);
    expect(after.model).toBe(before.model);
    for (const [name, value] of Object.entries(before.parameters!))
      expect(after.parameters![name]! / value).toBeCloseTo(1, 9);
    // Chosen by the days that judge it, another model would have been taken.
    const favourite = ({ candidates }: ClvReport) =>
      candidates
        .filter(({ model }) => model === 'mbg-nbd' || model === 'pareto-nbd')
        .sort((one, other) => missOf(one.backtest) - missOf(other.backtest))[0]!.model;
    expect(favourite(before)).not.toBe(before.model);
  });

  it('customers who may be older than the file are scored, and kept out of the fit', async () => {
    const shop = await openShop('native', text(20_000), { history: 'unknown' });
    const answer = await shop.analyse('clv');
    const cut = answer.rows.filter((row) => row.is_left_cut === true);
    const report = reportOf(answer);
    expect(report.left_cut_customers).toBe(cut.length);
    expect(cut.length).toBeGreaterThan(0);
    expect(report.customers + cut.length).toBe(answer.rows.length);
    expect(cut.every((row) => row.p_alive !== null)).toBe(true);
  });
});
