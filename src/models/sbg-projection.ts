import { drawParameters } from './bootstrap';
import type { Fit } from './optimise/fit';
import { sbgNeverSurvival } from './sbg-never';
import { sbgSurvival } from './shifted-beta-geometric';

/** Customers who started together and what is known of their wait: one that never grows longer for more of them. */
export interface Waiting {
  size: number;
  /** Still waiting at the end of age 0, 1 … up to the last age that is over for all of them. */
  waiting: readonly number[];
  /** Still waiting so far in the ages after those, which are not over: the wait can only end for more of them. */
  open: readonly number[];
}

/** An age to come: how many are still waiting at its end, and how far that may be off. */
export interface Ahead {
  age: number;
  /** Ages after the last one that is over. */
  steps: number;
  waiting: number;
}

const DRAWS = 100;

/**
 * A group looked ahead under a model of the wait from the end of age 0 on. It goes on from where it
 * stands: w(t) = w(t−1) · S(t) ÷ S(t−1), and never above what is still waiting in an open age.
 */
export function lookAhead({ waiting, open }: Waiting, survival: ArrayLike<number>, last: number): Ahead[] {
  const ahead: Ahead[] = [];
  const over = waiting.length - 1;
  let left = waiting[over] ?? 0;
  for (let age = over + 1; age <= last; age++) {
    left = Math.min(left * (survival[age]! / survival[age - 1]!), open[age - over - 1] ?? Infinity);
    ahead.push({ age, steps: age - over, waiting: left });
  }
  return ahead;
}

/** Survival at the fit's parameters, and at those drawn from its robust covariance. */
export interface Curves {
  best: Float64Array;
  drawn: Float64Array[];
}

/** Of either model, told by how many parameters it has. Fits to different customers want different seeds: they err apart. */
export function curvesOf(fit: Fit, last: number, seed: number): Curves {
  const survival = fit.names.length === 3 ? sbgNeverSurvival : sbgSurvival;
  return {
    best: survival(fit.parameters, last),
    drawn: drawParameters(fit, DRAWS, seed).map((theta) => survival(theta.map(bounded), last)),
  };
}

/** What is hardly known is drawn beyond all numbers. */
const bounded = (value: number): number => Math.min(Math.max(value, 1e-9), 1e9);

export interface Spread {
  expected: number;
  /** Variance that chance gives if the model is right: each one who waits comes back or not. */
  chance: number;
  /** Variance from parameters that are not known exactly. */
  unknown: number;
}

const left = (group: Waiting) => group.waiting.at(-1) ?? 0;

/** How many of some groups come back from their last age that is over to `ageOf` each, and the two variances of that. */
export function comeBack<Group extends Waiting>(
  groups: readonly Group[],
  curvesFor: (group: Group) => Curves,
  ageOf: (group: Group) => number,
): Spread {
  const backUnder = (group: Group, survival: Float64Array) =>
    left(group) - (lookAhead(group, survival, ageOf(group)).at(-1)?.waiting ?? left(group));
  let [expected, chance] = [0, 0];
  const sums = new Float64Array(DRAWS);
  for (const group of groups) {
    const { best, drawn } = curvesFor(group);
    const back = backUnder(group, best);
    expected += back;
    chance += left(group) > 0 ? (back * (left(group) - back)) / left(group) : 0;
    drawn.forEach((survival, draw) => (sums[draw]! += backUnder(group, survival)));
  }
  return { expected, chance, unknown: variance(sums) };
}

/** The same for each age of one group, up to `last`. */
export function backByAge(group: Waiting, { best, drawn }: Curves, last: number): (Ahead & Spread)[] {
  const others = drawn.map((survival) => lookAhead(group, survival, last));
  const from = left(group);
  return lookAhead(group, best, last).map((ahead, at) => {
    const expected = from - ahead.waiting;
    return {
      ...ahead,
      expected,
      chance: from > 0 ? (expected * ahead.waiting) / from : 0,
      unknown: variance(Float64Array.from(others, (line) => line[at]!.waiting)),
    };
  });
}

function variance(values: Float64Array): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
}

/**
 * What a test was off by beyond chance and unknown parameters, as a share of what was said: the variance of one random effect by
 * its moments (DerSimonian and Laird 1986 with a single study). 0 where the model kept within its own spread.
 */
export function ownError({ expected, chance, unknown }: Spread, happened: number): number {
  const beyond = (happened - expected) ** 2 - chance - unknown;
  return expected > 0 ? Math.sqrt(Math.max(beyond, 0)) / expected : 0;
}

/** Standard normal quantile of 0.9: a band that holds eight cases of ten. */
const EIGHT_OF_TEN = 1.2815515655446004;

/** Half the width of the band around what is expected, `error` being the model's own as a share. */
export const halfBand = ({ expected, chance, unknown }: Spread, error: number): number =>
  EIGHT_OF_TEN * Math.sqrt(chance + unknown + (error * expected) ** 2);
