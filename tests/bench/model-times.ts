import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from '../../scripts/run.mjs';
import { dataFile } from '../helpers/data';
import { groupHistories } from '../../src/models/histories';
import { cdnowSample, grouped } from '../models/references';
import { regularShop } from '../models/regular-shop';
import type { BenchModel, ModelsWindow, ModelTimes } from './models/models';
import { openTab } from './tab';

const FOLDER = path.join(root, 'tests/.out/bench-models');

export interface ModelResult extends ModelTimes {
  model: BenchModel;
  set: string;
}

const simulated = (name: string) => () =>
  gunzipSync(readFileSync(dataFile('stats', `perf_${name}_grouped_cbs.csv.gz`))).toString();

/** The CDNOW sample in days, in the form of the simulated sets. */
function sample(): string {
  const { frequency, recency, age, customers } = grouped(cdnowSample());
  const lines = Array.from(frequency, (x, i) => [x, recency[i], age[i], customers[i]].join(','));
  return ['x,t_x,T,w', ...lines].join('\n');
}

/** Customers whose gaps are Erlang-2, in whole days, with the sum of the logarithms of their gaps in the head. */
function regular(people: number): string {
  const truth = { k: 2, theta: [0.56, 20, 0.9, 3], chances: 1 } as const;
  const { frequency, recency, age, customers, logGaps } = regularShop(truth, people, 0, 5).histories;
  const days = groupHistories(
    Array.from(frequency, (x, i) => ({
      ...{ frequency: x, recency: Math.floor(recency[i]!), age: age[i]!, customers: customers[i]! },
    })),
  );
  const lines = Array.from(days.frequency, (x, i) =>
    [x, days.recency[i], days.age[i], days.customers[i]].join(','),
  );
  return [`x,t_x,T,w,gaps=${logGaps}`, ...lines].join('\n');
}

const SETS: readonly [model: BenchModel, set: string, text: () => string, withPlain: boolean][] = [
  ['bg-nbd', 'CDNOW sample', sample, true],
  ['pareto-nbd', 'CDNOW sample', sample, true],
  ['bg-nbd', '100,000 simulated', simulated('bg_100k'), true],
  ['pareto-nbd', '100,000 simulated', simulated('pn_100k'), true],
  ['bg-nbd', '1,000,000 simulated', simulated('bg_1M'), false],
  ['pareto-nbd', '1,000,000 simulated', simulated('pn_1M'), false],
  ['bg-cnbd-k', '1,000,000 simulated', simulated('bg_1M'), false],
  ['mbg-cnbd-k', '1,000,000 simulated', simulated('bg_1M'), false],
  ['bg-nbd', '1,000,000 regular', () => regular(1_000_000), false],
  ['bg-cnbd-k', '1,000,000 regular', () => regular(1_000_000), false],
  ['mbg-cnbd-k', '1,000,000 regular', () => regular(1_000_000), false],
];

/** Fits with their errors in the page, on the grouped sets of the data folder; each set in a new browser. None without the folder. */
export async function modelTimes(browser: string): Promise<ModelResult[]> {
  if (!existsSync(dataFile('stats'))) return [];
  await build({
    configFile: false,
    root: path.join(root, 'tests/bench/models'),
    base: './',
    logLevel: 'error',
    build: { outDir: FOLDER, emptyOutDir: true, target: 'es2022' },
  });
  const results: ModelResult[] = [];
  for (const [model, set, text, withPlain] of SETS) {
    const tab = await openTab(browser, FOLDER);
    await tab.page.waitForFunction(() => 'times' in window);
    const times = await tab.page.evaluate(
      ([id, rows, plain]) => (window as unknown as ModelsWindow).times(id, rows, 365, plain),
      [model, text(), withPlain] as const,
    );
    await tab.close();
    const off =
      times.plain_log_likelihood === null ? 0 : Math.abs(times.plain_log_likelihood - times.log_likelihood);
    if (off > 0.01) throw new Error(`${model} on ${set}: the two ways end ${off} apart in log-likelihood`);
    results.push({ model, set, ...times });
  }
  return results;
}
