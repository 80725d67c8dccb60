import { describe, expect, it } from 'vitest';
import { fitSbgNever, sbgNeverLikelihood, sbgNeverSurvival } from '../../src/models/sbg-never';
import { comeBack, curvesOf, lookAhead } from '../../src/models/sbg-projection';
import { fitSbg, renewalsOf, sbgLikelihood, sbgSurvival } from '../../src/models/shifted-beta-geometric';
import { Random } from '../../src/models/random';
import { describeWithData } from '../helpers/data';
import { reference } from './references';

/** Waiting customers of a group drawn one by one: never with a chance, else each with an own chance from a list. */
function drawn(customers: number, ages: number, never: number, chances: readonly number[], seed: number) {
  const random = new Random(seed);
  const waiting = Array.from({ length: ages + 1 }, () => 0);
  for (let one = 0; one < customers; one++) {
    const chance = random.unit() < never ? 0 : chances[one % chances.length]!;
    let age = 0;
    while (age < ages && random.unit() >= chance) age++;
    for (let still = 0; still <= age; still++) waiting[still]!++;
  }
  return waiting;
}

describe('shifted-beta-geometric with some who never return', () => {
  const theta = [0.8, 3.1, 0.9] as const;

  it('is the plain model where nobody is so', () => {
    const [alpha, beta] = theta;
    const plain = sbgSurvival([alpha, beta], 20);
    sbgNeverSurvival([alpha, beta, 1e-12], 20).forEach((share, t) =>
      expect(share).toBeCloseTo(plain[t]!, 10),
    );
    const renewals = renewalsOf([
      [100, 80, 70],
      [90, 60],
    ]);
    const value = sbgNeverLikelihood(renewals).evaluate(
      Float64Array.of(alpha, beta, 1e-13),
      new Float64Array(3),
    );
    expect(value).toBeCloseTo(
      sbgLikelihood(renewals).evaluate(Float64Array.of(alpha, beta), new Float64Array(2)),
      8,
    );
  });

  it('falls to the share of those who never return, and its chances add up to one', () => {
    const survival = sbgNeverSurvival([4, 4, 1], 5000);
    expect(survival[0]).toBe(1);
    expect(survival.at(-1)).toBeCloseTo(0.5, 6);
    for (let t = 1; t < 60; t++) expect(survival[t]!).toBeLessThan(survival[t - 1]!);
  });

  it('its likelihood is the sum over customers of the log of what each one did, and its derivatives are those', () => {
    const waiting = [
      [50, 40, 33, 30],
      [60, 47],
      [20, 20, 18],
    ];
    const likelihood = sbgNeverLikelihood(renewalsOf(waiting));
    const survival = sbgNeverSurvival(theta, 3);
    let sum = 0;
    for (const group of waiting)
      group.forEach((still, t) => {
        if (t > 0) sum += (group[t - 1]! - still) * Math.log(survival[t - 1]! - survival[t]!);
        if (t === group.length - 1) sum += still * Math.log(survival[t]!);
      });
    const gradient = new Float64Array(3);
    expect(likelihood.evaluate(Float64Array.from(theta), gradient)).toBeCloseTo(sum, 9);
    theta.forEach((_, i) => {
      const moved = (by: number) =>
        likelihood.evaluate(
          Float64Array.from(theta, (value, at) => (at === i ? value + by : value)),
          new Float64Array(3),
        );
      expect(gradient[i]! / ((moved(1e-6) - moved(-1e-6)) / 2e-6)).toBeCloseTo(1, 5);
    });
  });

  it('finds the share of 20,000 customers drawn one by one, where the plain model is far off', () => {
    const chances = [0.1, 0.2, 0.3, 0.4, 0.5];
    const all = drawn(20_000, 30, 0.4, chances, 5);
    const seen = all.slice(0, 13);
    const found = fitSbgNever(renewalsOf([seen]));
    if (!found.ok) throw new Error(found.error.message);
    const odds = found.value.parameters[2]!;
    expect(odds / (1 + odds)).toBeCloseTo(0.4, 1);
    const plain = fitSbg(renewalsOf([seen]));
    if (!plain.ok) throw new Error(plain.error.message);
    const at = (survival: Float64Array) => 20_000 * survival[30]!;
    expect(Math.abs(at(sbgNeverSurvival(found.value.parameters, 30)) - all[30]!)).toBeLessThan(150);
    expect(Math.abs(at(sbgSurvival(plain.value.parameters, 30)) - all[30]!)).toBeGreaterThan(500);
  });
});

describe('a group looked ahead', () => {
  it('gives finite bands where the parameters are hardly known', () => {
    const fit = fitSbgNever(renewalsOf([drawn(5000, 8, 0.4, [0.1, 0.3, 0.5], 2)]));
    if (!fit.ok) throw new Error(fit.error.message);
    const wide = { ...fit.value, covariance: Float64Array.of(4e6, 0, 0, 0, 4e6, 0, 0, 0, 4e6) };
    const group = { size: 60, waiting: [60, 50, 44, 40, 38], open: [] };
    const { unknown } = comeBack(
      [group],
      () => curvesOf(wide, 9, 1),
      () => 9,
    );
    expect(unknown).toBeGreaterThan(0);
    expect(Number.isFinite(unknown)).toBe(true);
  });

  const survival = sbgSurvival([0.8, 2.4], 40);

  it('goes on from where it stands, never rises, and an open age holds it down', () => {
    const group = { size: 100, waiting: [90, 80, 71], open: [40] };
    const ahead = lookAhead(group, survival, 20);
    expect(ahead.map(({ age }) => age)).toEqual(Array.from({ length: 18 }, (_, at) => at + 3));
    expect(ahead[0]!.waiting).toBe(40);
    for (let at = 1; at < ahead.length; at++) {
      expect(ahead[at]!.waiting).toBeLessThan(ahead[at - 1]!.waiting);
      const age = ahead[at]!.age;
      expect(ahead[at]!.waiting / ahead[at - 1]!.waiting).toBeCloseTo((2.4 + age - 1) / (3.2 + age - 1), 12);
    }
    expect(lookAhead({ ...group, open: [] }, survival, 2)).toEqual([]);
  });

  it('chance and unknown parameters together spread as simulated groups do', () => {
    const truth = [0.8, 2.4] as const;
    const shares = sbgSurvival(truth, 12);
    const random = new Random(3);
    const misses: number[] = [];
    const said: number[] = [];
    for (let trial = 0; trial < 300; trial++) {
      // A customer's age at the end of the wait, by the inverse of the survival.
      const waiting = Array.from({ length: 13 }, () => 0);
      for (let one = 0; one < 400; one++) {
        const u = random.unit();
        shares.forEach((share, age) => (waiting[age]! += share > u ? 1 : 0));
      }
      const seen = { size: 400, waiting: waiting.slice(0, 7), open: [] };
      const fit = fitSbg(renewalsOf([seen.waiting]));
      if (!fit.ok) continue;
      const spread = comeBack(
        [seen],
        () => curvesOf(fit.value, 12, trial),
        () => 12,
      );
      misses.push(waiting[6]! - waiting[12]! - spread.expected);
      said.push(spread.chance + spread.unknown);
    }
    expect(misses.length).toBeGreaterThan(250);
    const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    const real = mean(misses.map((miss) => miss ** 2));
    expect(mean(said) / real).toBeGreaterThan(0.75);
    expect(mean(said) / real).toBeLessThan(1.35);
  });
});

describeWithData('the published contracts, looked ahead', () => {
  it.each(['regular', 'highend'] as const)('%s goes on as Fader and Hardie 2007 have it', (name) => {
    const wanted = reference().sbg_fader_hardie_2007;
    const survivors = wanted[`${name}_survivors`];
    const { survival_0_12 } = wanted[name];
    const fit = fitSbg(renewalsOf([survivors]));
    if (!fit.ok) throw new Error(fit.error.message);
    const { best } = curvesOf(fit.value, 12, 1);
    const group = { size: 1000, waiting: survivors, open: [] };
    for (const { age, waiting } of lookAhead(group, best, 12))
      expect(waiting / survivors.at(-1)!).toBeCloseTo(
        survival_0_12[age]! / survival_0_12[survivors.length - 1]!,
        4,
      );
  });
});
