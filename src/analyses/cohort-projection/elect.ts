import { fail, ok, type Outcome } from '../../domain/outcome';
import type { Fit, FitProblem } from '../../models/optimise/fit';
import type { Likelihood } from '../../models/optimise/likelihood';
import { fitSbgNever, sbgNeverLikelihood } from '../../models/sbg-never';
import { curvesOf, type Curves } from '../../models/sbg-projection';
import { fitSbg, renewalsOf, sbgLikelihood, type Renewals } from '../../models/shifted-beta-geometric';
import type { Group } from './groups';
import type { ModelName } from './report';

/** A model of some start periods: those of one season of the year, or all. */
export interface Fitted {
  /** Month of the year, or quarter where the periods are quarters, from 1; null: all. */
  season: number | null;
  model: ModelName;
  fit: Fit;
}

export interface Elected {
  all: Fitted;
  /** By season; empty where all starts are taken together. A season that gives no fit has that of all. */
  seasons: ReadonlyMap<number, Fitted>;
  isSeasonal: boolean;
}

/** Starts have to lie so far apart before those of one season are taken by themselves. */
const TWO_YEARS = 2 * 365 * 86_400_000;

export function seasonOf({ cohort }: Group, grain: string): number {
  const month = Number(cohort.slice(5, 7));
  return grain === 'quarter' ? Math.ceil(month / 3) : month;
}

const likelihoodOf: Record<ModelName, (renewals: Renewals) => Likelihood> = {
  sbg: sbgLikelihood,
  'sbg-never': sbgNeverLikelihood,
};
const renewals = (groups: readonly Group[]) => renewalsOf(groups.map(({ waiting }) => waiting));

/** The better of the two by Akaike's criterion; the plain one alone where it was asked for. */
function better(groups: readonly Group[], asked: string, season: number | null): Outcome<Fitted, FitProblem> {
  const [plain, never] = [fitSbg(renewals(groups)), fitSbgNever(renewals(groups))];
  const isNever = asked !== 'sbg' && never.ok && (!plain.ok || never.value.aic < plain.value.aic);
  if (isNever) return ok({ season, model: 'sbg-never', fit: never.value });
  return plain.ok ? ok({ season, model: 'sbg', fit: plain.value }) : fail(plain.error);
}

/**
 * The model of the wait that explains these groups best for its number of parameters: with or without customers who never come back,
 * and with all starts alike or those of each season of the year apart.
 * @param seasonal whether starts are apart, where that was decided before
 */
export function elected(
  groups: readonly Group[],
  grain: string,
  asked: string,
  seasonal: boolean | null = null,
): Outcome<Elected, FitProblem> {
  const all = better(groups, asked, null);
  if (!all.ok) return fail(all.error);
  const together = { all: all.value, seasons: new Map<number, Fitted>(), isSeasonal: false };
  const starts = groups.map(({ starts: day }) => day);
  const isLong = Math.max(...starts) - Math.min(...starts) >= TWO_YEARS;
  if (seasonal === false || asked === 'sbg' || grain === 'year' || !isLong) return ok(together);
  const seasons = new Map<number, Fitted>();
  let aic = 0;
  for (const season of new Set(groups.map((group) => seasonOf(group, grain)))) {
    const own = groups.filter((group) => seasonOf(group, grain) === season);
    const found = better(own, asked, season);
    const { model, fit } = all.value;
    if (found.ok) seasons.set(season, found.value);
    aic += found.ok
      ? found.value.fit.aic
      : -2 * likelihoodOf[model](renewals(own)).evaluate(fit.parameters, new Float64Array(fit.names.length));
  }
  const isSeasonal = seasons.size > 1 && (seasonal ?? aic < all.value.fit.aic);
  return ok(isSeasonal ? { all: all.value, seasons, isSeasonal } : together);
}

/** The curves of each group's model, `last` ages long. */
export function curvesBy({ all, seasons }: Elected, grain: string, last: number): (group: Group) => Curves {
  const known = new Map<number, Curves>();
  const whole = curvesOf(all.fit, last, 1);
  for (const [season, { fit }] of seasons) known.set(season, curvesOf(fit, last, 1 + season));
  return (group) => known.get(seasonOf(group, grain)) ?? whole;
}
