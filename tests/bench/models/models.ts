import { bgNbd } from '../../../src/models/bg-nbd';
import type { Histories } from '../../../src/models/histories';
import { paretoNbd } from '../../../src/models/pareto-nbd';
import { plainFit } from './plain';

const MODELS = { 'bg-nbd': bgNbd, 'pareto-nbd': paretoNbd } as const;
export type BenchModel = keyof typeof MODELS;

export interface ModelTimes {
  customers: number;
  groups: number;
  /** Milliseconds of a fit with its errors, the first one and then again. */
  first: number;
  again: number;
  log_likelihood: number;
  /** P(alive) and what to expect within a horizon, of every group. */
  scoring: number;
  /** The plain way; null where it would take too long. */
  plain: number | null;
  plain_log_likelihood: number | null;
}

export interface ModelsWindow {
  times(id: BenchModel, text: string, horizon: number, withPlain: boolean): ModelTimes;
}

/** Lines of frequency, recency, age and customers, below a head. */
function historiesIn(text: string): Histories {
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return {
    frequency: Int32Array.from(rows, (row) => row[0]!),
    recency: Float64Array.from(rows, (row) => row[1]!),
    age: Float64Array.from(rows, (row) => row[2]!),
    customers: Float64Array.from(rows, (row) => row[3]!),
  };
}

function timed<T>(run: () => T): [milliseconds: number, value: T] {
  const started = performance.now();
  const value = run();
  return [performance.now() - started, value];
}

const page = window as unknown as ModelsWindow;
page.times = (id, text, horizon, withPlain) => {
  const model = MODELS[id];
  const histories = historiesIn(text);
  const [first, found] = timed(() => model.fit(histories));
  if (!found.ok) throw new Error(found.error.message);
  const [again] = timed(() => model.fit(histories));
  const theta = found.value.parameters;
  const { frequency, age, customers } = histories;
  const [scoring] = timed(() => {
    // What is to come hangs on frequency and age alone, so each pair is looked at once.
    const known = new Map<number, number>();
    const all = model.pAliveOf(theta, histories);
    const scores = new Float64Array(2 * frequency.length);
    for (let i = 0; i < frequency.length; i++) {
      const key = frequency[i]! * 100_000 + age[i]!;
      let expected = known.get(key);
      if (expected === undefined)
        known.set(key, (expected = model.expectedAlive(theta, frequency[i]!, age[i]!, horizon)));
      const alive = all[i]!;
      scores[2 * i] = alive;
      scores[2 * i + 1] = alive * expected;
    }
    return scores;
  });
  const [plain, plain_log_likelihood] = withPlain ? timed(() => plainFit(id, histories)) : [null, null];
  return {
    customers: customers.reduce((sum, w) => sum + w, 0),
    groups: frequency.length,
    ...{ first, again, log_likelihood: found.value.log_likelihood, scoring, plain, plain_log_likelihood },
  };
};
