import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from '../helpers/browser';
import { countOf } from '../helpers/counts';
import { exportHeaders } from '../helpers/fuzz/export-headers';
import { isSentence } from '../helpers/fuzz/ends-in';
import { fuzzed } from '../helpers/fuzz/mutate';
import { Random } from '../helpers/fuzz/random';
import { validFiles } from '../helpers/fuzz/valid';

/**
 * Damaged files end in a table, a question or a sentence in the page too. A failure names its seed
 * (`FUZZ_SEED`).
 */

const INPUTS = countOf({ short: 30, whole: 100 });
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Milliseconds; the page gives a small file up after thirty seconds. */
const BUDGET = 40_000;

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.page.waitForFunction(() => 'regulars' in window);
  await app.page.evaluate(() => {
    const page = window as unknown as { rejected: string[] };
    page.rejected = [];
    addEventListener('unhandledrejection', ({ reason }) => page.rejected.push(String(reason)));
  });
});
afterAll(() => app?.close());

test(`files damaged at random (seed ${SEED}) end in tables or sentences: the page is never blank and nothing goes unsaid`, async () => {
  const random = new Random(SEED);
  const valid = await validFiles(new Random(1), exportHeaders());
  const wrong: unknown[] = [];
  for (let i = 0; i < INPUTS; i++) {
    const { name, bytes, how } = fuzzed(random, valid);
    const answer = await app.page.evaluate(
      async ({ name, base64, budget }) => {
        const file = new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name);
        const late = new Promise<never>((_, reject) =>
          setTimeout(() => reject({ code: 'late', message: 'no answer' }), budget),
        );
        let said = { code: 'opened', message: '' };
        try {
          await Promise.race([late, window.regulars.open(file)]);
        } catch (error) {
          const { code, message } = error as { code?: string; message: string };
          said = { code: code ?? 'failed', message };
        }
        const main = document.querySelector('main');
        return {
          ...said,
          title: document.querySelector('h1')?.textContent?.trim() ?? '',
          height: main?.clientHeight ?? 0,
        };
      },
      { name, base64: Buffer.from(bytes).toString('base64'), budget: BUDGET },
    );
    const isSaid = answer.code === 'opened' || isSentence(answer.message);
    const isBlank = answer.title === '' || answer.height < 50;
    if (!isSaid || isBlank || answer.code === 'late' || answer.code === 'failed')
      wrong.push([`seed ${SEED}, file ${i} (${how}, as ${name})`, answer]);
  }
  expect(wrong).toEqual([]);
  expect(await app.page.evaluate(() => (window as unknown as { rejected: string[] }).rejected)).toEqual([]);
  expect(app.errors.filter((error) => !error.startsWith('Missing Info for XLS Record'))).toEqual([]);
  expect(app.dialogs).toEqual([]);
}, 900_000);
