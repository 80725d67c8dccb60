import { beforeAll, expect, it } from 'vitest';
import { backtest, expectedRepeats, trackingOf } from '../../src/models/backtest';
import { bgBbAlive, bgBbExpected, bgBbResidual, fitBgBb } from '../../src/models/bg-bb';
import { bgNbd, mbgNbd } from '../../src/models/bg-nbd';
import { expectedSpend, fitGammaGamma, spendingCorrelation } from '../../src/models/gamma-gamma';
import { fitNbd } from '../../src/models/nbd';
import type { Fit } from '../../src/models/optimise/fit';
import { discountedResidual, paretoNbd } from '../../src/models/pareto-nbd';
import { expectedOf, type PurchaseModel } from '../../src/models/purchase-model';
import { fitSbg, renewalsOf, sbgSurvival } from '../../src/models/shifted-beta-geometric';
import type { Outcome } from '../../src/domain/outcome';
import { describeWithData } from '../helpers/data';
import {
  cdnowMaster,
  cdnowSample,
  donations,
  exampleLog,
  grouped,
  inWeeks,
  perfSet,
  reference,
  roundedSummary,
  type Buyer,
} from './references';

const MODELS = { bg_nbd: bgNbd, mbg_nbd: mbgNbd, pareto_nbd: paretoNbd } as const;
type Name = keyof typeof MODELS;
const NAMES = Object.keys(MODELS) as Name[];

const fitted = (found: Outcome<Fit>): Fit => (found.ok ? found.value : expect.fail(found.error.message));
const near = (found: number, wanted: number, tolerance: number, what: string) =>
  expect(Math.abs(found - wanted), `${what}: ${found} instead of ${wanted}`).toBeLessThanOrEqual(tolerance);

/** A log-likelihood to 1e-3 and never below, parameters to 1e-3 of themselves, s and beta of Pareto/NBD to 5e-3. */
function expectFit(
  fit: Fit,
  wanted: { params: Record<string, number>; loglik: number; se?: Record<string, number> },
) {
  near(fit.log_likelihood, wanted.loglik, 1e-3, 'log-likelihood');
  // The references have ten digits, and a correct search beats each of them by so little.
  expect(fit.log_likelihood).toBeGreaterThan(wanted.loglik - 1e-9 * Math.abs(wanted.loglik));
  fit.names.forEach((name, i) => {
    const share = fit.names.includes('s') && (name === 's' || name === 'beta') ? 5e-3 : 1e-3;
    const value = wanted.params[name]!;
    near(fit.parameters[i]!, value, share * value, name);
    if (wanted.se)
      near(fit.hessian_errors[i]!, wanted.se[name]!, share * wanted.se[name]!, `error of ${name}`);
  });
}

describeWithData('the CDNOW sample', () => {
  let buyers: Buyer[];
  const fits = {} as Record<Name, Fit>;
  const ref = () => reference().cdnow_sample;
  beforeAll(() => {
    buyers = inWeeks(cdnowSample());
    for (const name of NAMES) fits[name] = fitted(MODELS[name].fit(grouped(buyers)));
  });

  it('has the histories that were published', () => {
    const { customers, grouped_rows, repeaters, sum_x, max_x } = ref();
    expect(buyers.length).toBe(customers);
    expect(grouped(buyers).frequency.length).toBe(grouped_rows);
    expect(buyers.filter(({ frequency }) => frequency > 0).length).toBe(repeaters);
    expect(buyers.reduce((sum, { frequency }) => sum + frequency, 0)).toBe(sum_x);
    expect(Math.max(...buyers.map(({ frequency }) => frequency))).toBe(max_x);
    expect(buyers.reduce((sum, { later }) => sum + later, 0)).toBe(ref().holdout.actual_sum);
  });

  it.each(NAMES)('%s is fitted to the published parameters, likelihood and errors', (name) => {
    expectFit(fits[name], ref().models[name]);
  });

  it('NBD and Gamma-Gamma are fitted to the published parameters', () => {
    expectFit(fitted(fitNbd(grouped(buyers))), ref().models.nbd);
    const repeaters = buyers.filter(({ mean }) => mean > 0);
    const spending = {
      frequency: repeaters.map(({ frequency }) => frequency),
      mean: repeaters.map(({ mean }) => mean),
      customers: repeaters.map(() => 1),
    };
    const fit = fitted(fitGammaGamma(spending));
    expectFit(fit, ref().models.gamma_gamma);
    near(spendingCorrelation(spending), 0.1138879194, 1e-6, 'correlation');
    near(expectedSpend(fit.parameters, 0, 0)!, 35.17037127, 1e-4 * 35, 'mean of all');
  });

  it.each(['bg_nbd', 'pareto_nbd'] as const)(
    'the robust errors of %s are those that were published',
    (name) => {
      const { se } = ref().sandwich_se[name];
      fits[name].errors.forEach((error, i) => near(error, se[i]!, 5e-3 * se[i]!, fits[name].names[i]!));
    },
  );

  it.each(NAMES)('%s says of named customers what was published', (name) => {
    const prefix = { bg_nbd: 'bg', mbg_nbd: 'mbg', pareto_nbd: 'pn' }[name];
    const theta = fits[name].parameters;
    for (const [id, wanted] of Object.entries(ref().customers_detail)) {
      const history = buyers.find((buyer) => buyer.id === id)!;
      const within = (found: number, value: number, what: string) =>
        near(found, value, 1e-4 * Math.max(1, Math.abs(value)), `${id} ${what}`);
      within(MODELS[name].pAlive(theta, history), wanted[`${prefix}_p_alive`]!, 'P(alive)');
      within(expectedOf(MODELS[name], theta, history, 39), wanted[`${name}_cet`]!, 'expected');
      if (name === 'pareto_nbd') within(discountedResidual(theta, history, 0.0027), wanted.pn_dert!, 'DERT');
      const spend = expectedSpend([6.249572271, 3.744224667, 15.44352096], history.frequency, history.mean)!;
      within(spend, wanted.gg_expected_value!, 'spend');
    }
  });

  it.each(NAMES)('%s predicts the holdout as published: total, errors and by repeats before', (name) => {
    const theta = fits[name].parameters;
    const wanted = ref().holdout;
    const each = buyers.map((buyer) => expectedOf(MODELS[name], theta, buyer, 39));
    near(
      each.reduce((sum, value) => sum + value, 0),
      wanted[name].sum!,
      1e-3 * wanted[name].sum!,
      'total',
    );
    const rows = {
      frequency: Int32Array.from(buyers, (buyer) => buyer.frequency),
      recency: Float64Array.from(buyers, (buyer) => buyer.recency),
      age: Float64Array.from(buyers, (buyer) => buyer.age),
      customers: new Float64Array(buyers.length).fill(1),
    };
    const found = backtest(
      MODELS[name],
      theta,
      rows,
      buyers.map(({ later }) => later),
      buyers.map(({ later }) => Math.min(later, 1)),
      39,
    );
    near(found.mean_absolute_error, wanted[name].mae!, 1e-3, 'mean absolute error');
    expect(found.mean_absolute_error).toBeLessThan(found.naive_absolute_error);
    near(found.total_error!, wanted[name].sum! / wanted.actual_sum - 1, 1e-3, 'total error');
    found.by_frequency.forEach((bin, i) => {
      expect(bin.customers).toBe(wanted.cond_expectation_by_x.n[i]);
      near(bin.actual / bin.customers, wanted.cond_expectation_by_x.actual[i]!, 1e-9, 'actual');
      near(bin.expected / bin.customers, wanted.cond_expectation_by_x[name][i]!, 1e-3, `expected at ${i}`);
    });
    expect(found.by_alive.reduce((sum, tenth) => sum + tenth.customers, 0)).toBe(2357);
    expect(found.by_alive.reduce((sum, tenth) => sum + tenth.buyers, 0)).toBe(
      buyers.filter(({ later }) => later > 0).length,
    );
    const mean = buyers.reduce((sum, buyer) => sum + MODELS[name].pAlive(theta, buyer), 0) / buyers.length;
    near(mean, ref().mean_p_alive[name], 1e-4, 'mean P(alive)');
  });

  it('the discounted residual of all customers is the published one', () => {
    const theta = fits.pareto_nbd.parameters;
    const sum = buyers.reduce((total, buyer) => total + discountedResidual(theta, buyer, 0.0027), 0);
    near(sum, ref().dert.sum, 1e-4 * ref().dert.sum, 'DERT');
  });

  it.each(['bg_nbd', 'pareto_nbd'] as const)(
    '%s spreads repeats and tracks the weeks as published',
    (name) => {
      const theta = fits[name].parameters;
      const repeats = expectedRepeats(MODELS[name], theta, grouped(buyers), 7);
      ref().freq_of_repeats_0to6_7plus[name].forEach((wanted, i) =>
        near(repeats[i]!, wanted, 0.02, `${i} repeats`),
      );
      const first = Math.min(...buyers.map((buyer) => buyer.first));
      const starts = new Map<number, number>();
      for (const buyer of buyers) starts.set(buyer.first - first, (starts.get(buyer.first - first) ?? 0) + 1);
      const weeks = Array.from({ length: 78 }, (_, week) => week + 1);
      const counted = [...starts].map(([day, customers]) => ({ at: day / 7, customers }));
      const tracked = trackingOf(MODELS[name], theta, counted, weeks);
      const wanted = name === 'bg_nbd' ? ref().tracking.bg_expected_cum : ref().tracking.pn_expected_cum;
      tracked.forEach((value, week) =>
        near(value, wanted[week]!, 1e-3 * Math.max(10, wanted[week]!), `week ${week + 1}`),
      );
    },
  );

  it('weeks of two decimals give the other published family of figures', () => {
    const rounded = roundedSummary();
    const wanted = reference().cdnow_sample_rounded_summary.models;
    for (const name of NAMES) expectFit(fitted(MODELS[name].fit(grouped(rounded))), wanted[name]);
  });
});

describeWithData('other published sets', () => {
  it('lifetimes’ example log, in days', () => {
    const histories = grouped(exampleLog());
    const wanted = reference().lifetimes_example_transactions;
    for (const name of NAMES) {
      const fit = fitted(MODELS[name].fit(histories));
      expectFit(fit, wanted.models[name]);
      let alive = 0;
      histories.customers.forEach((w, i) => {
        const history = {
          frequency: histories.frequency[i]!,
          recency: histories.recency[i]!,
          age: histories.age[i]!,
        };
        alive += w * MODELS[name].pAlive(fit.parameters, history);
      });
      near(alive / wanted.customers, wanted.mean_p_alive[name], 1e-4, `P(alive) of ${name}`);
    }
  });

  it('the whole of CDNOW', () => {
    const histories = grouped(inWeeks(cdnowMaster()));
    expect(histories.frequency.length).toBe(8685);
    expect(histories.frequency.reduce((sum, x, i) => sum + x * histories.customers[i]!, 0)).toBe(24_337);
    const params = { r: 0.251624, alpha: 4.788943, a: 0.723434, b: 2.161088 };
    expectFit(fitted(bgNbd.fit(histories)), { params, loglik: -95368.4439 });
    near(fitted(paretoNbd.fit(histories)).log_likelihood, -95415.1186, 1e-3, 'Pareto/NBD');
  });

  it.each<[string, PurchaseModel]>([
    ['bg_100k', bgNbd],
    ['bg_1M', bgNbd],
    ['pn_100k', paretoNbd],
    ['pn_1M', paretoNbd],
  ])('the simulated set %s', (set, model) => {
    const { loglik, ...params } = reference().perf_fits_days[set] as unknown as Record<string, number>;
    expectFit(fitted(model.fit(perfSet(set))), { params, loglik: loglik! });
  });

  it('donations under BG/BB, with every published cell', () => {
    const wanted = reference().donations_bgbb;
    const given = donations();
    const fit = fitted(fitBgBb(given));
    expectFit(fit, wanted);
    const theta = Array.from(fit.parameters) as [number, number, number, number];
    const total = given.frequency.reduce(
      (sum, x, i) => sum + given.customers[i]! * bgBbExpected(theta, x, given.recency[i]!, 6, 5),
      0,
    );
    near(total, wanted.cet5_total, 1e-3 * wanted.cet5_total, 'total');
    for (const { x, t_x, p_alive_n_plus_1, cet5, dert_10pct } of wanted.palive) {
      near(bgBbAlive(theta, x!, t_x!, 6), p_alive_n_plus_1!, 1e-4, `P(alive) ${x} ${t_x}`);
      near(bgBbExpected(theta, x!, t_x!, 6, 5), cet5!, 1e-4, `expected ${x} ${t_x}`);
      near(
        bgBbResidual(theta, x!, t_x!, 6, 0.1),
        dert_10pct!,
        1e-4 * Math.max(1, dert_10pct!),
        `DERT ${x} ${t_x}`,
      );
    }
  });

  it('the two contracts of Fader and Hardie 2007 under sBG', () => {
    const wanted = reference().sbg_fader_hardie_2007;
    for (const name of ['regular', 'highend'] as const) {
      const fit = fitted(fitSbg(renewalsOf([wanted[`${name}_survivors`]])));
      expectFit(fit, wanted[name]);
      sbgSurvival(fit.parameters, 12).forEach((share, t) =>
        near(share, wanted[name].survival_0_12[t]!, 1e-5, `S(${t})`),
      );
    }
  });

  it('lifetimes’ own twelve-month values, with its month of 4.345 weeks', () => {
    const { first6, total } = reference().clv_lifetimes_style;
    const theta = [0.243, 4.414, 0.793, 2.426];
    const values = roundedSummary().map((buyer) => {
      const spend = expectedSpend([6.25, 3.74, 15.44], buyer.frequency, buyer.mean)!;
      let [sum, before] = [0, 0];
      for (let month = 1; month <= 12; month++) {
        const expected = expectedOf(bgNbd, theta, buyer, 4.345 * month);
        sum += (expected - before) / 1.01 ** month;
        before = expected;
      }
      return sum * spend;
    });
    first6.forEach((wanted, i) => near(values[i]!, wanted, 1e-4 * wanted, `customer ${i + 1}`));
    near(
      values.reduce((sum, value) => sum + value, 0),
      total,
      1e-3 * total,
      'total',
    );
  });
});
