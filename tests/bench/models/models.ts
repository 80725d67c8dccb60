import { bgCnbd, fitRegular, mbgCnbd } from '../../../src/models/bg-cnbd';
import { bgNbd } from '../../../src/models/bg-nbd';
import type { Histories } from '../../../src/models/histories';
import type { Fit } from '../../../src/models/optimise/fit';
import { paretoNbd } from '../../../src/models/pareto-nbd';
import { overPhases, type PurchaseModel } from '../../../src/models/purchase-model';
import { remembered } from '../../../src/models/remembered';
import { digamma } from '../../../src/models/special/gamma';
import { plainFit } from './plain';

const RANDOM = { 'bg-nbd': bgNbd, 'pareto-nbd': paretoNbd } as const;
const REGULAR = { 'mbg-cnbd-k': mbgCnbd, 'bg-cnbd-k': bgCnbd } as const;
export type BenchModel = keyof typeof RANDOM | keyof typeof REGULAR;

export interface ModelTimes {
  customers: number;
  groups: number;
  /** Milliseconds of a fit with its errors, the first one and then again. */
  first: number;
  again: number;
  log_likelihood: number;
  /** Stages of a gap that were found; 1 where the model knows no others. */
  k: number;
  /** P(alive) and what to expect within a horizon, of every group. */
  scoring: number;
  /** The plain way; null where it would take too long. */
  plain: number | null;
  plain_log_likelihood: number | null;
}

export interface ModelsWindow {
  /** @param withPlain only for models that have a plain way */
  times(id: BenchModel, text: string, horizon: number, withPlain: boolean): ModelTimes;
}

/**
 * Lines of frequency, recency, age and customers, below a head. The head may end with the sum of the logarithms of all gaps; where it
 * does not, buying was at random, and the mean of that sum is known from where x gaps share a time: ln t_x + ψ(1) − ψ(x) each.
 */
function historiesIn(text: string): Histories & { logGaps: number } {
  const [head, ...lines] = text.trim().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  const given = Number(head!.split('=')[1] ?? NaN);
  const shared = rows.reduce(
    (sum, [x, recency, , w]) =>
      x! > 0 ? sum + w! * x! * (Math.log(recency!) + digamma(1) - digamma(x!)) : sum,
    0,
  );
  return {
    frequency: Int32Array.from(rows, (row) => row[0]!),
    recency: Float64Array.from(rows, (row) => row[1]!),
    age: Float64Array.from(rows, (row) => row[2]!),
    customers: Float64Array.from(rows, (row) => row[3]!),
    logGaps: Number.isNaN(given) ? shared : given,
  };
}

function fitted(
  id: BenchModel,
  histories: Histories & { logGaps: number },
): { model: PurchaseModel; fit: Fit; k: number } {
  const isRegular = id === 'mbg-cnbd-k' || id === 'bg-cnbd-k';
  const found = isRegular ? fitRegular(REGULAR[id], histories) : RANDOM[id].fit(histories);
  if (!found.ok) throw new Error(found.error.message);
  if ('model' in found.value) return found.value;
  return { model: RANDOM[id as keyof typeof RANDOM], fit: found.value, k: 1 };
}

function timed<T>(run: () => T): [milliseconds: number, value: T] {
  const started = performance.now();
  const value = run();
  return [performance.now() - started, value];
}

const page = window as unknown as ModelsWindow;
page.times = (id, text, horizon, withPlain) => {
  const histories = historiesIn(text);
  const [first, { model, fit, k }] = timed(() => fitted(id, histories));
  const [again] = timed(() => fitted(id, histories));
  const theta = fit.parameters;
  const { frequency, recency, age, customers } = histories;
  const [scoring] = timed(() => {
    // What is to come hangs on frequency, age and phase alone, so each of them is looked at once.
    const known = remembered((x, T, phase) => model.expectedAlive(theta, x, T, horizon, phase));
    const all = model.pAliveOf(theta, histories);
    const scores = new Float64Array(2 * frequency.length);
    for (let i = 0; i < frequency.length; i++) {
      const history = { frequency: frequency[i]!, recency: recency[i]!, age: age[i]! };
      const alive = all[i]!;
      scores[2 * i] = alive;
      scores[2 * i + 1] =
        alive * overPhases(model, theta, history, (phase) => known(history.frequency, history.age, phase));
    }
    return scores;
  });
  const [plain, plain_log_likelihood] =
    withPlain && id in RANDOM ? timed(() => plainFit(id as keyof typeof RANDOM, histories)) : [null, null];
  return {
    customers: customers.reduce((sum, w) => sum + w, 0),
    groups: frequency.length,
    ...{ first, again, log_likelihood: fit.log_likelihood, k, scoring, plain, plain_log_likelihood },
  };
};
