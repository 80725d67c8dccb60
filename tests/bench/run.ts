import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/run.mjs';
import { workerTexts } from '../../scripts/worker-texts';
import { sampleFile } from './files';
import {
  analysing,
  BARE_FOLDER,
  bareImport,
  doorImport,
  generalImport,
  journey,
  opening,
  stopping,
  workbookImport,
} from './measures';
import { modelTimes } from './model-times';
import { nativeShop } from './native';
import { markdown, median, medianOf, modelTable, type Results, type SizeResult } from './table';
import { byPhase } from './statements';
import { openTab } from './tab';
import { workbook } from './xlsx-file';
import { workbookTable } from './xlsx-table';

/** Medians are of so many runs; above the second size one run has to do. */
const RUNS = 3;
const ONE_RUN_ABOVE = 1_000_000;
/** A person who sees at once that the line on the mapping page is right, in milliseconds. */
const READING = 2000;

interface Wanted {
  sizes: number[];
  /** Path of the browser. */
  browser: string;
  /** Put the table into docs/benchmark.md. */
  write: boolean;
}

/** The models alone: `npm run bench -- --models`. */
export const benchModels = async (browser: string): Promise<void> =>
  console.log(modelTable(await modelTimes(browser)).join('\n'));

/** Everything in one run, the two sides of a ratio in turn, so that a machine that slows down slows both. */
export async function bench({ sizes, browser, write }: Wanted): Promise<void> {
  await buildBare();
  const [load = 0] = os.loadavg();
  const tab = await openTab(browser, BARE_FOLDER);
  const browserVersion = tab.version;
  await tab.close();
  const opened: Awaited<ReturnType<typeof opening>>[] = [];
  for (let run = 0; run < RUNS; run++) opened.push(await opening(browser));
  const measured: SizeResult[] = [];
  let engine = '';
  for (const lines of sizes) {
    const size = await measureSize(browser, lines);
    engine = size.engine || engine;
    measured.push(size.result);
  }
  const when = ['interactive', 'ready', 'answered'] as const;
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    command: `npm run bench -- --lines ${sizes.join(',')}`,
    machine: {
      cores: os.cpus().length,
      load_at_start: load,
      memory_gb: Math.round(os.totalmem() / 2 ** 30),
      platform: `${process.platform} ${process.arch}`,
      browser: `Chromium ${browserVersion}`,
      engine: `DuckDB ${engine}`,
      node: process.version,
    },
    opening: (['cold', 'reload'] as const).map((kind) => ({
      kind,
      ...(Object.fromEntries(
        when.map((name) => [name, medianOf(opened, (run) => run[kind][name])]),
      ) as Record<(typeof when)[number], number>),
    })),
    sizes: measured,
    models: await modelTimes(browser),
  };
  const folder = path.join(root, 'tests/bench/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${results.date}.json`), `${JSON.stringify(results, rounded, 2)}\n`);
  const table = markdown(results);
  if (write) writeTable(table);
  console.log(table);
}

/** The page of the other side: the engine alone, and the general reader of workbooks. */
const buildBare = () =>
  build({
    configFile: false,
    root: path.join(root, 'tests/bench/bare'),
    base: './',
    logLevel: 'error',
    plugins: [workerTexts()],
    worker: { format: 'es' },
    build: { outDir: BARE_FOLDER, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  });

/** A large workbook, by the page and by the best general reader as published, in turn. */
export async function benchWorkbook({ rows, browser }: { rows: number; browser: string }): Promise<void> {
  await buildBare();
  const file = await workbook(rows);
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const ours = await workbookImport(browser, file);
    const general = await generalImport(browser, file);
    runs.push({ ours, general });
    console.error(`run ${run + 1}\n${workbookTable(file, os.loadavg()[0] ?? 0, [runs.at(-1)!])}`);
  }
  console.log(workbookTable(file, os.loadavg()[0] ?? 0, runs));
}

/** Statement by statement, of the run in the middle. */
function whereItGoes(door: Awaited<ReturnType<typeof doorImport>>[]) {
  const sorted = door.toSorted((a, b) => a.milliseconds - b.milliseconds);
  const statements = sorted[Math.floor((sorted.length - 1) / 2)]?.statements ?? [];
  return { phases: byPhase(statements), statements };
}

async function measureSize(browser: string, lines: number): Promise<{ result: SizeResult; engine: string }> {
  const file = await sampleFile(lines);
  const say = (what: string) => console.error(`${lines.toLocaleString('en')} lines: ${what}`);
  const bare = [];
  const door = [];
  const journeys: Awaited<ReturnType<typeof journey>>[] = [];
  const hurried: typeof journeys = [];
  for (let run = 0; run < (lines > ONE_RUN_ABOVE ? 1 : RUNS); run++) {
    say(`import and journey, run ${run + 1}`);
    bare.push(await bareImport(browser, file));
    door.push(await doorImport(browser, file));
    journeys.push(await journey(browser, file, READING));
    hurried.push(await journey(browser, file, 0));
  }
  const rows = new Set([...bare, ...door].map((run) => run.rows));
  if (rows.size !== 1) throw new Error(`the two sides read other rows: ${[...rows].join(', ')}`);
  const took = {
    mapped: medianOf(journeys, (run) => run.mapped),
    built: medianOf(hurried, (run) => run.built),
  };
  say('stopping');
  const stop = await stopping(browser, file, took);
  const bareMs = medianOf(bare, (run) => run.milliseconds);
  const drawn = medianOf(journeys, (run) => run.drawn);
  const changed = (runs: typeof journeys, to: string) =>
    runs.flatMap(({ redraws }) => redraws).filter((one) => one.to === to);
  const peakOf = (runs: { peak: number | null }[]) =>
    runs.every(({ peak }) => peak !== null) ? Math.max(...runs.map(({ peak }) => peak ?? 0)) : null;
  const result: SizeResult = {
    lines,
    megabytes: file.bytes / 1e6,
    runs: journeys.length,
    bare: bareMs,
    open: medianOf(door, (run) => run.milliseconds),
    ...whereItGoes(door),
    reading: READING,
    hurried: medianOf(hurried, (run) => run.drawn),
    journey: { ...took, drawn, splits: medianOf(journeys, (run) => run.splits) },
    redraws: [...new Set(journeys.flatMap(({ redraws }) => redraws.map(({ to }) => to)))].map((to) => {
      const [looked, at_once] = [changed(journeys, to), changed(hurried, to)];
      const half = (runs: typeof looked) => medianOf(runs, ({ milliseconds }) => milliseconds);
      return { what: looked[0]?.what ?? '', to, median: half(looked), at_once: half(at_once) };
    }),
    longest_task: {
      to_picture: Math.max(...journeys.map(({ task }) => task)),
      with_redraws: Math.max(...journeys.map(({ redrawn }) => redrawn.task)),
    },
    stop,
    memory: {
      idle: journeys[0]?.idle ?? null,
      bare: peakOf(bare),
      to_picture: peakOf(journeys),
      with_redraws: peakOf(journeys.map(({ redrawn }) => redrawn)),
    },
    analyses: [],
    first_split: null,
  };
  if (lines > ONE_RUN_ABOVE) return { result, engine: '' };
  say('analyses');
  const native = await nativeShop(file);
  try {
    const { first_split, measured } = await analysing(browser, file, native, RUNS);
    result.first_split = first_split;
    result.analyses = measured.map(({ ours, native: theirs, ...about }) => ({
      ...about,
      first: ours[0]!,
      ours: median(ours),
      native: theirs.length > 0 ? median(theirs) : null,
    }));
    return { result, engine: native.version };
  } finally {
    native.close();
  }
}

/** Tenths are all that a clock on a busy machine can say. */
const rounded = (_key: string, value: unknown) =>
  typeof value === 'number' ? Math.round(value * 10) / 10 : value;

function writeTable(table: string) {
  const file = path.join(root, 'docs/benchmark.md');
  const text = readFileSync(file, 'utf8');
  const place = /<!-- bench -->[\s\S]*<!-- \/bench -->/;
  if (!place.test(text))
    throw new Error('docs/benchmark.md has no <!-- bench --> … <!-- /bench --> to write between');
  writeFileSync(
    file,
    text.replace(place, () => `<!-- bench -->\n\n${table}\n\n<!-- /bench -->`),
  );
}
