import path from 'node:path';
import { root } from '../../scripts/run.mjs';
import { analyses } from '../../src/analyses/registry';
import type { SampleFile } from './files';
import {
  analyse,
  dropToHeatmap,
  dropToMapping,
  firstAnswer,
  longestTask,
  openByDoor,
  redraw,
  stopAfter,
  type Change,
} from './in-page';
import type { NativeShop } from './native';
import { recordedStatements, startRecording } from './statements';
import { FINDING, LOOKING } from './table';
import { openTab, type Tab } from './tab';

export const BARE_FOLDER = path.join(root, 'tests/.out/bare');
const DIST = path.join(root, 'dist');

/** Run in a tab of its own, which is closed whatever happens. */
async function inTab<T>(browser: string, dir: string, run: (tab: Tab) => Promise<T>): Promise<T> {
  const tab = await openTab(browser, dir);
  try {
    return await run(tab);
  } finally {
    await tab.close();
  }
}

/** Hand the page a file as a person would choose it: from the disk, never copied. */
async function choose(tab: Tab, file: SampleFile) {
  await tab.page.evaluate(() => {
    if (document.querySelector('#bench')) return;
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'bench', hidden: true });
    document.body.append(input);
  });
  await tab.page.setInputFiles('#bench', file.path);
}

interface Bare {
  bare(file: File): Promise<{ milliseconds: number; rows: number }>;
}

interface General {
  general(file: File): Promise<{ milliseconds: number; rows: number }>;
}

/** One statement in the same engine: what reading this file cannot cost less than. */
export const bareImport = (browser: string, file: SampleFile) =>
  inTab(browser, BARE_FOLDER, async (tab) => {
    await tab.page.waitForFunction(() => 'bare' in window);
    await tab.page.waitForTimeout(FINDING);
    await choose(tab, file);
    const read = await tab.page.evaluate(async () => {
      const chosen = document.querySelector<HTMLInputElement>('#bench')?.files?.[0];
      if (!chosen) throw new Error('no file was chosen');
      return (window as unknown as Bare).bare(chosen);
    });
    return { ...read, peak: tab.peak() };
  });

/** A workbook by the general reader, into the same engine. */
export const generalImport = (browser: string, file: SampleFile) =>
  inTab(browser, BARE_FOLDER, async (tab) => {
    await tab.page.waitForFunction(() => 'general' in window);
    const idle = tab.peak();
    await tab.page.waitForTimeout(FINDING);
    await choose(tab, file);
    const read = await tab.page.evaluate(async () => {
      const chosen = document.querySelector<HTMLInputElement>('#bench')?.files?.[0];
      if (!chosen) throw new Error('no file was chosen');
      return (window as unknown as General).general(chosen);
    });
    return { ...read, idle, peak: tab.peak() };
  });

/** The same workbook dropped on the page, until its mapping is there. */
export const workbookImport = (browser: string, file: SampleFile) =>
  inTab(browser, DIST, async (tab) => {
    await tab.page.waitForFunction(() => 'regulars' in window);
    await tab.page.evaluate(() => window.regulars.ready);
    const idle = tab.peak();
    await tab.page.waitForTimeout(FINDING);
    await choose(tab, file);
    const read = await tab.page.evaluate(dropToMapping);
    return { ...read, idle, peak: tab.peak() };
  });

export const doorImport = (browser: string, file: SampleFile) =>
  inTab(browser, DIST, async (tab) => {
    await choose(tab, file);
    await tab.page.waitForFunction(() => 'regulars' in window);
    await tab.page.evaluate(() => window.regulars.ready);
    await startRecording(tab.page.workers());
    const read = await tab.page.evaluate(openByDoor);
    const peak = tab.peak();
    return { ...read, peak, statements: await recordedStatements(tab.page.workers()) };
  });

/** In this order each one is a change. */
const CHANGES: readonly Change[] = [
  ['grain', 'quarter'],
  ['grain', 'week'],
  ['grain', 'year'],
  ['grain', 'month'],
  ['mode', 'on_or_after'],
  ['mode', 'by_then'],
  ['mode', 'in_period'],
  ['clock', 'rolling'],
  ['clock', 'calendar'],
];

/**
 * The whole journey through the pages, and the redraws at its end; `reading` in milliseconds on the mapping page. Without
 * reading, nothing is looked at either.
 */
export const journey = (browser: string, file: SampleFile, reading: number) =>
  inTab(browser, DIST, async (tab) => {
    await tab.page.waitForFunction(() => 'regulars' in window);
    await tab.page.evaluate(() => window.regulars.ready);
    const idle = tab.peak();
    await tab.page.waitForTimeout(FINDING);
    await choose(tab, file);
    const times = await tab.page.evaluate(dropToHeatmap, reading);
    const peak = tab.peak();
    const task = await tab.page.evaluate(longestTask);
    const redraws = [];
    for (const change of CHANGES) {
      if (reading > 0) await tab.page.waitForTimeout(LOOKING);
      redraws.push({ what: change[0], to: change[1], milliseconds: await tab.page.evaluate(redraw, change) });
    }
    const redrawn = { task: await tab.page.evaluate(longestTask), peak: tab.peak() };
    return { ...times, redraws, task, idle, peak, redrawn };
  });

/** A third into the reading, and a third into the building, of a file that takes so long. */
export const stopping = (browser: string, file: SampleFile, took: { mapped: number; built: number }) =>
  inTab(browser, DIST, async (tab) => {
    await choose(tab, file);
    const stop = (stage: 'reading' | 'building', after: number) =>
      tab.page.evaluate(stopAfter, [stage, after] satisfies Parameters<typeof stopAfter>[0]);
    const reading = await stop('reading', took.mapped / 3);
    const building = await stop('building', (took.built - took.mapped) / 3);
    return { reading, building };
  });

/** Navigation to the first answer, in a browser that has never seen the page, and after a reload. */
export const opening = (browser: string) =>
  inTab(browser, DIST, async (tab) => {
    const cold = await tab.page.evaluate(firstAnswer, false);
    // The kept file is written behind the first picture; a reload before that would find nothing.
    await tab.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await tab.page.waitForTimeout(1000);
    await tab.page.reload();
    return { cold, reload: await tab.page.evaluate(firstAnswer, true) };
  });

export interface Asked {
  id: string;
  params: Record<string, string>;
}

/** Each analysis as it opens, and with each of its parameters changed once. */
export const askedSets = (): Asked[] =>
  [...analyses.values()].flatMap(({ id, params, fit, after }) => [
    { id, params: {} },
    // What rests on a fit takes the time of the fit, whatever is asked.
    ...(fit || after ? [] : params).flatMap((param): Asked[] => {
      const to = param.kind === 'attribute' ? 'channel' : param.kind === 'choice' && param.options.at(-1);
      return to && to !== param.default ? [{ id, params: { [param.name]: to } }] : [];
    }),
  ]);

/** Above so many milliseconds one run has to do. */
const SLOW = 3000;

/** Each set in the page and the same text in native DuckDB, in turn. Milliseconds of each run, by set. */
export const analysing = (browser: string, file: SampleFile, native: NativeShop, runs: number) =>
  inTab(browser, DIST, async (tab) => {
    await choose(tab, file);
    await tab.page.evaluate(openByDoor);
    const sets = askedSets();
    const ask = (...asked: Parameters<typeof analyse>[0]) => tab.page.evaluate(analyse, asked);
    const first = await ask('cohort-retention', { cohort_by: 'channel' });
    const measured = [];
    for (const { id, params } of sets) {
      const { fit, after } = analyses.get(id)!;
      const isFitted = fit !== undefined || after !== undefined;
      const ours: number[] = [];
      const theirs: number[] = [];
      let rows = 0;
      for (let run = 0; run < runs; run++) {
        const answer = await ask(id, params);
        ours.push(answer.milliseconds);
        // There is nothing to set beside a fit; `npm run bench -- --models` does.
        if (!isFitted) theirs.push(await native.time({ id, params }, answer.sql));
        rows = answer.rows;
        // A fit of many seconds is not made thrice for the sake of a median.
        if (answer.milliseconds > SLOW) break;
      }
      console.error(
        `${id} ${JSON.stringify(params)}: ${ours.map(Math.round).join(', ')} ms, native ${theirs.map(Math.round).join(', ') || 'none'}`,
      );
      measured.push({ id, params, rows, ours, native: theirs });
    }
    return { first_split: first.milliseconds, measured };
  });
