import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../src/engine/client';
import type { project as Project } from '../../src/state/project.svelte';
import { root } from '../../scripts/run.mjs';
import { openApp, sharedBrowser, type App } from '../helpers/browser';
import { buildVariant } from '../helpers/build';
import { dropFile, useFile } from '../helpers/journey';
import { words } from '../../src/i18n/words';

interface Inside {
  __engine: EngineClient;
  __project: typeof Project;
}
const LINES = 100_000;
/** Each takes as long as the engine takes to start; REGULARS_RESTARTS=20 for the whole promise. */
const RESTARTS = Number(process.env.REGULARS_RESTARTS ?? 6);
const folder = mkdtempSync(path.join(tmpdir(), 'regulars-life-'));
const file = path.join(folder, 'sales.csv');
let app: App;
let page: Page;
beforeAll(async () => {
  const [dir] = await Promise.all([
    buildVariant(
      'inside',
      "import { engine as __engine } from './state/engine';\nimport { project as __project } from './state/project.svelte';\nObject.assign(globalThis, { __engine, __project });",
    ),
    promisify(execFile)(process.execPath, [path.join(root, 'scripts/sample-file.mjs'), String(LINES), file]),
  ]);
  app = await openApp({ dir, context: { serviceWorkers: 'block' } });
  page = app.page;
  await dropFile(page, file);
  await useFile(page);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Figures of the file that is open, as the engine counts them now. */
const figures = () =>
  page.evaluate(async () => {
    const { rows } = await window.regulars.sql(
      'select count(*) as orders, sum(sales) as sales, count(distinct customer_id) as customers from orders',
    );
    return { ...rows[0], report: window.regulars.report()?.identified };
  });

/** Wait until the tables stand again; milliseconds that it took. */
const backAgain = () =>
  page.evaluate(async () => {
    const started = performance.now();
    const { __project: project } = globalThis as unknown as Inside;
    const isBack = () => project.phase === 'ready' && project.problem === null;
    while (!isBack() && performance.now() - started < 30_000)
      await new Promise((resolve) => setTimeout(resolve, 20));
    if (!isBack()) throw new Error(`not back: ${project.phase}, ${JSON.stringify(project.problem)}`);
    return performance.now() - started;
  });

/** Start a text, stop it after a while: how the call ended and how long that took. */
const stopAfter = (text: string, milliseconds: number) =>
  page.evaluate(
    async ([sql, wait]) => {
      const { __engine: engine } = globalThis as unknown as Inside;
      const stop = new AbortController();
      const ended = engine.runUserQuery(stop.signal, sql, 10).then(
        () => 'answered',
        (error: { code: string }) => error.code,
      );
      await new Promise((resolve) => setTimeout(resolve, wait));
      const asked = performance.now();
      stop.abort();
      return { code: await ended, took: performance.now() - asked };
    },
    [text, milliseconds] as const,
  );

describe('a call that is stopped', () => {
  const endless: [string, string][] = [
    [
      'a join of everything with everything',
      'select count(*) from order_lines a, order_lines b, range(1000)',
    ],
    [
      'a recursion without an end',
      'with recursive t as (select 1 as n union all select n + 1 from t) select count(*) from t',
    ],
    [
      'a sort of a billion rows',
      'select * from (select hash(range) as h from range(1000000000) order by h) limit 3',
    ],
  ];
  test.each(endless)('%s ends within a second, and the engine goes on', async (_what, text) => {
    const before = await figures();
    const { code, took } = await stopAfter(text, 500);
    expect(code).toBe('cancelled');
    expect(took).toBeLessThan(1000);
    await backAgain();
    expect(await figures()).toEqual(before);
  });

  test('one that waits behind another is answered at once, and the other goes on', async () => {
    const outcome = await page.evaluate(async () => {
      const { __engine: engine } = globalThis as unknown as Inside;
      const long = engine.runUserQuery(
        new AbortController().signal,
        'select count(*) from range(60000) a, range(60000) b',
        1,
      );
      const stop = new AbortController();
      const waiting = engine.version(stop.signal).catch((error: { code: string }) => error.code);
      const asked = performance.now();
      stop.abort();
      const code = await waiting;
      const took = performance.now() - asked;
      return { code, took, long: (await long).ipc.byteLength > 0 };
    });
    expect(outcome).toMatchObject({ code: 'cancelled', long: true });
    expect(outcome.took).toBeLessThan(300);
  });

  test('an import ends within a second, and what was open is still there', async () => {
    const before = await figures();
    await dropFile(page, file);
    await page.getByRole('button', { name: words.ui.stop }).waitFor();
    const took = await page.evaluate(async (label) => {
      const { __project: project } = globalThis as unknown as Inside;
      const asked = performance.now();
      [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === label)?.click();
      while (project.phase === 'reading') await new Promise((resolve) => setTimeout(resolve, 5));
      return performance.now() - asked;
    }, words.ui.stop);
    expect(took).toBeLessThan(1000);
    await backAgain();
    expect(await figures()).toEqual(before);
  });
});

describe('an engine that breaks', () => {
  // How long it takes is measured by `npm run bench`; a timed test would measure the machine.
  test('leaves no call without an answer, and its tables come back by themselves', async () => {
    const before = await figures();
    const codes = await page.evaluate(async () => {
      const { __engine: engine } = globalThis as unknown as Inside;
      const ask = () =>
        engine.runUserQuery(new AbortController().signal, 'select count(*) from range(1000000000)', 1);
      const calls = [
        ask(),
        ask(),
        engine.version(new AbortController().signal),
        engine.attributes(new AbortController().signal),
      ];
      await new Promise((resolve) => setTimeout(resolve, 100));
      engine.crash();
      const late = new Promise((resolve) => setTimeout(resolve, 2000, 'hanging'));
      const code = (call: Promise<unknown>) =>
        call.then(
          () => 'answered',
          (error: { code: string }) => error.code,
        );
      return Promise.all(calls.map((call) => Promise.race([code(call), late])));
    });
    expect(codes).toEqual(['engine-crashed', 'engine-crashed', 'engine-crashed', 'engine-crashed']);
    await backAgain();
    expect(await figures()).toEqual(before);
  });

  test('says what is going on while the file is read again', async () => {
    void page.evaluate(() => (globalThis as unknown as Inside).__engine.crash());
    await page.getByText(words.project.restarted).waitFor();
    await backAgain();
    expect(await page.getByText(words.project.restarted).count()).toBe(0);
  });

  test('again and again leaves nothing behind', async () => {
    const browser = await (await sharedBrowser()).newBrowserCDPSession();
    const workers = async () => {
      const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
      return targetInfos.filter(({ type }) => type === 'worker').length;
    };
    const rows = Array.from({ length: 50 }, (_, i) => `${i},2024-0${1 + (i % 9)}-05,c${i % 7},5.00`);
    await dropFile(page, {
      name: 'small.csv',
      text: ['order_id,date,customer_id,amount', ...rows].join('\n'),
    });
    await useFile(page);
    const before = await figures();
    const count = await workers();
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < RESTARTS; i++) {
      await page.evaluate(() => (globalThis as unknown as Inside).__engine.crash());
      await page.evaluate(() => (globalThis as unknown as Inside).__engine.ready);
    }
    await backAgain();
    await expect.poll(workers).toBe(count);
    expect(await figures()).toEqual(before);
  });
});

describe('too little memory', () => {
  test('for a question is said as such, and the engine goes on', async () => {
    const text = "select len(list(repeat('x', 100000000))) from range(64)";
    const before = await figures();
    const refusal = await page.evaluate(
      (sql) =>
        window.regulars.sql(sql).then(
          () => null,
          (error: unknown) => error,
        ),
      text,
    );
    expect(refusal).toMatchObject({ code: 'out-of-memory', next: expect.any(String) });
    await backAgain();
    expect(await figures()).toEqual(before);
  });
});
