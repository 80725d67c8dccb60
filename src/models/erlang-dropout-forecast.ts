import { logGamma } from './special/gamma';
import type { History, Parameters } from './purchase-model';

/**
 * What BG/CNBD-k and MBG/CNBD-k say of the time to come, exactly. A gap is k stages of exponential length, of which an onlooker
 * sees the last end only. Somebody who is alive after the silence T − t_x has j < k of them behind, with the chances
 *
 *     w_j = (r+kx)_j / j! · ((T−t_x) / (α+T))^j ÷ S,   S their sum,
 *
 * and given j the pace of the stages is gamma(r + kx + j, α + T). The stages N that end within t are then negative binomial, the
 * purchases they complete are M = ⌊(j + N) / k⌋, and each of these ends it with a chance p ~ beta(a, b′), b′ = b + x (BG) or b + x + 1 (MBG):
 *
 *     E[X(t) | alive, j] = Σ_n P(N = n) Σ_{i < M(n)} (b′)_i / (a+b′)_i
 *
 * Platzer and Reutterer 2016 approximate this by BG/NBD with α times k, which is off by some percent: here nothing is approximated.
 */
const MOST_TERMS = 1_000_000;
/** Chances smaller than this share of what they are summed to are left out. */
const NOTHING = 1e-14;

/** The chances of each phase 0 … k − 1 of the gap, given that the customer is alive; and S. */
export function phasesOf(theta: Parameters, k: number, { frequency, recency, age }: History) {
  const [r, alpha] = theta as unknown as [number, number];
  const [shape, share] = [r + k * frequency, (age - recency) / (alpha + age)];
  const shares = new Float64Array(k);
  let [term, sum] = [1, 0];
  for (let j = 0; j < k; j++) {
    if (j > 0) term *= ((shape + j - 1) / j) * share;
    shares[j] = term;
    sum += term;
  }
  for (let j = 0; j < k; j++) shares[j]! /= sum;
  return { shares, sum };
}

export function aliveShare(theta: Parameters, k: number, chances: 0 | 1, history: History): number {
  const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
  const { frequency: x, recency, age } = history;
  if (x + chances === 0) return 1;
  const { sum } = phasesOf(theta, k, history);
  const silent = (r + k * x) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + Math.exp(Math.log(a / (b + x + chances - 1)) + silent - Math.log(sum)));
}

/** Stages that end within a time, and the chance of each number: those below `from` and behind the last are as good as nothing. */
export interface Stages {
  from: number;
  chances: number[];
}

/** @param shape, rate of the gamma that the pace of the stages comes from */
export function stagesWithin(shape: number, rate: number, horizon: number): Stages {
  const share = horizon / (rate + horizon);
  const mean = (shape * horizon) / rate;
  const none = -shape * Math.log1p(horizon / rate);
  // Where the chance of none underflows, the count begins fifteen standard deviations below the mean.
  const from = none > -600 ? 0 : Math.max(0, Math.floor(mean - 15 * Math.sqrt(mean / (1 - share))));
  const first = logGamma(shape + from) - logGamma(shape) - logGamma(from + 1) + from * Math.log(share);
  let chance = Math.exp(from === 0 ? none : none + first);
  const chances: number[] = [];
  let weighted = 0;
  for (let n = from; n < from + MOST_TERMS; n++) {
    chances.push(chance);
    weighted += n * chance;
    const ratio = ((shape + n) / (n + 1)) * share;
    const rest = 1 / (1 - ratio);
    if (ratio < 1 && n > mean && chance * (n + rest) * rest <= NOTHING * weighted) break;
    if (chance === 0 && n > mean) break;
    chance *= ratio;
  }
  return { from, chances };
}

interface Ahead {
  k: number;
  /** Stages of the running gap that are over. */
  phase: number;
  stages: Stages;
  /** Of the chance to leave after a purchase. */
  a: number;
  kept: number;
}

/** What passes until `horizon` of somebody alive at `age`. */
export function aheadFrom(
  theta: Parameters,
  k: number,
  chances: 0 | 1,
  { frequency, age, phase }: { frequency: number; age: number; phase: number },
  horizon: number,
): Ahead {
  const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
  const stages = stagesWithin(r + k * frequency + phase, alpha + age, horizon);
  return { k, phase, stages, a, kept: b + frequency + chances };
}

/** Purchases expected. */
export function expectedWithin({ k, phase, stages, a, kept }: Ahead): number {
  let [sum, made, reached, stays] = [0, 0, 0, 1];
  stages.chances.forEach((chance, at) => {
    for (const now = Math.floor((phase + stages.from + at) / k); made < now; made++) {
      reached += stays;
      stays *= (kept + made) / (a + kept + made);
    }
    sum += chance * reached;
  });
  return sum;
}

/** The chances of 0, 1 … `most` purchases. */
export function chancesWithin({ k, phase, stages, a, kept }: Ahead, most: number): Float64Array {
  const exactly = new Float64Array(most + 1);
  stages.chances.forEach((chance, at) => {
    const made = Math.floor((phase + stages.from + at) / k);
    if (made <= most) exactly[made]! += chance;
  });
  let [stays, leaves, before] = [1, 0, 0];
  return exactly.map((chance, n) => {
    if (n > 0) {
      leaves = (stays * a) / (a + kept + n - 1);
      stays *= (kept + n - 1) / (a + kept + n - 1);
    }
    const found = stays * chance + leaves * Math.max(0, 1 - before);
    before += chance;
    return found;
  });
}

/** The chance to be alive at the end of it. */
export function staysWithin({ k, phase, stages, a, kept }: Ahead): number {
  let [sum, made, stays] = [0, 0, 1];
  stages.chances.forEach((chance, at) => {
    for (const now = Math.floor((phase + stages.from + at) / k); made < now; made++)
      stays *= (kept + made) / (a + kept + made);
    sum += chance * stays;
  });
  return sum;
}

/** Time until the share `share` of those still there has bought again, by bisection of the chance that the k − j stages left are over. */
export function nextWithin(theta: Parameters, k: number, history: History, share: number): number {
  const [r, alpha] = theta as unknown as [number, number];
  const { shares } = phasesOf(theta, k, history);
  const [shape, rate] = [r + k * history.frequency, alpha + history.age];
  /** The share who have not, after the time e^y − 1 in units of the rate. */
  const waiting = (y: number) => {
    const within = -Math.expm1(-y);
    let sum = 0;
    for (let j = 0; j < k; j++) {
      let chance = shares[j]! * Math.exp(-(shape + j) * y);
      for (let n = 0; n < k - j; n++) {
        sum += chance;
        chance *= ((shape + j + n) / (n + 1)) * within;
      }
    }
    return sum;
  };
  let [low, high] = [0, 1 / shape];
  while (waiting(high) > 1 - share && high < 700) [low, high] = [high, 2 * high];
  while (high - low > 1e-5 * high) {
    const middle = (low + high) / 2;
    if (waiting(middle) > 1 - share) low = middle;
    else high = middle;
  }
  return rate * Math.expm1((low + high) / 2);
}
