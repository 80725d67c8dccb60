import { solvePositive } from './optimise/matrix';
import { Z_95 } from './special/normal';

/** One watched wait: how long, and whether what was waited for came (else it was still open when the watching ended). */
export interface Wait {
  time: number;
  ended: boolean;
  /** So many waits alike; 1 when not said. */
  count?: number;
}

export interface SurvivalPoint {
  time: number;
  /** Waits still open and watched just before this time. */
  at_risk: number;
  ended: number;
  /** Share still waiting after this time, 0..1. */
  survival: number;
  /** Greenwood's standard error; null where the share is 0 or 1. */
  error: number | null;
  /** Band at 95 % on the log-log scale; null where the share is 0 or 1. */
  low: number | null;
  high: number | null;
}

/** Times with their endings and open waits, upwards. */
function tally(waits: readonly Wait[]): { time: number; ended: number; open: number }[] {
  const times = new Map<number, { time: number; ended: number; open: number }>();
  for (const { time, ended, count = 1 } of waits) {
    const there = times.get(time) ?? { time, ended: 0, open: 0 };
    if (ended) there.ended += count;
    else there.open += count;
    times.set(time, there);
  }
  return [...times.values()].sort((one, other) => one.time - other.time);
}

/**
 * Kaplan–Meier estimate of the share still waiting, a point for each time at which a wait ended. At equal times endings come before open waits.
 *
 * S(t) = Π (1 − dᵢ ÷ nᵢ); Greenwood: Var S = S² Σ dᵢ ÷ (nᵢ (nᵢ − dᵢ)); band S^exp(±θ), θ = 1.96 √Σ ÷ ln S (as R's `survival`, conf.type log-log).
 * @param waits times in any one unit, not negative
 */
export function kaplanMeier(waits: readonly Wait[]): SurvivalPoint[] {
  const times = tally(waits);
  let atRisk = times.reduce((sum, { ended, open }) => sum + ended + open, 0);
  let survival = 1;
  let greenwood = 0;
  const points: SurvivalPoint[] = [];
  for (const { time, ended, open } of times) {
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      greenwood += ended / (atRisk * (atRisk - ended));
      const isInside = survival > 0 && survival < 1;
      const theta = isInside ? (Z_95 * Math.sqrt(greenwood)) / Math.log(survival) : 0;
      points.push({
        ...{ time, at_risk: atRisk, ended, survival },
        error: isInside ? survival * Math.sqrt(greenwood) : null,
        low: isInside ? survival ** Math.exp(-theta) : null,
        high: isInside ? survival ** Math.exp(theta) : null,
      });
    }
    atRisk -= ended + open;
  }
  return points;
}

/** Share still waiting after `time`: 1 before the first ending. */
export const survivalAt = (points: readonly SurvivalPoint[], time: number): number =>
  points.filter((point) => point.time <= time).at(-1)?.survival ?? 1;

/** The first time at which at most `share` still wait, 0.5 for the median; null where the curve never falls so far. */
export const quantileTime = (points: readonly SurvivalPoint[], share = 0.5): number | null =>
  points.find(({ survival }) => survival <= share + 1e-12)?.time ?? null;

/** The quantile with its 95 % interval from the band (Brookmeyer and Crowley); null where an end is not reached. */
export function quantileInterval(points: readonly SurvivalPoint[], share = 0.5) {
  const first = (end: 'low' | 'high') =>
    points.find((point) => (point[end] ?? point.survival) <= share + 1e-12)?.time ?? null;
  return { time: quantileTime(points, share), low: first('low'), high: first('high') };
}

/**
 * Log-rank test of several groups' waits against each other (Mantel 1966): do they end alike?
 *
 * Z = Σ (observed − expected) of all groups but the last, χ² = Zᵀ V⁻¹ Z with the hypergeometric covariance.
 * @returns χ², its degrees of freedom, and the endings observed and expected in each group; χ² 0 where nothing can be compared
 */
export function logRank(groups: readonly (readonly Wait[])[]) {
  const tallies = groups.map((waits) => new Map(tally(waits).map((one) => [one.time, one])));
  const times = [...new Set(tallies.flatMap((one) => [...one.keys()]))].sort((one, other) => one - other);
  const atRisk = groups.map((waits) => waits.reduce((sum, { count = 1 }) => sum + count, 0));
  const observed = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const free = groups.length - 1;
  const covariance = new Float64Array(free * free);
  for (const time of times) {
    const ended = tallies.map((one) => one.get(time)?.ended ?? 0);
    const [n, d] = [atRisk, ended].map((list) => list.reduce((sum, one) => sum + one, 0)) as [number, number];
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    groups.forEach((_, at) => {
      observed[at]! += ended[at]!;
      expected[at]! += (d * atRisk[at]!) / n;
    });
    for (let i = 0; i < free; i++)
      for (let j = 0; j < free; j++)
        covariance[i * free + j]! += spread * (atRisk[i]! / n) * ((i === j ? 1 : 0) - atRisk[j]! / n);
    tallies.forEach((one, at) => (atRisk[at]! -= ended[at]! + (one.get(time)?.open ?? 0)));
  }
  const apart = observed.slice(0, free).map((one, at) => one - expected[at]!);
  const solved = solvePositive(covariance, apart, free);
  const chi2 = solved ? apart.reduce((sum, one, at) => sum + one * solved[at]!, 0) : 0;
  return { chi2, degrees: free, observed, expected };
}
