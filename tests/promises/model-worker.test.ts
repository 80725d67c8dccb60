import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClvReport } from '../../src/analyses/clv/report';
import type { models as Models } from '../../src/state/models';
import { openApp, type App } from '../helpers/browser';
import { buildVariant } from '../helpers/build';
import { sampleShop } from '../../src/sample/shop';

interface Inside {
  __models: typeof Models;
}
let app: App;
beforeAll(async () => {
  const dir = await buildVariant(
    'inside-models',
    "import { models as __models } from './state/models';\nObject.assign(globalThis, { __models });",
  );
  app = await openApp({ dir, context: { serviceWorkers: 'block' } });
  await app.page.evaluate(
    async (text) => {
      await window.regulars.ready;
      await window.regulars.open([new File([text], 'shop.csv')], { history: 'complete' });
    },
    [...sampleShop({ lines: 20_000 }).chunks()].join(''),
  );
});
afterAll(() => app.close());

test('the models run in a worker of their own, under the page’s policy, and their answer lands in the engine', async () => {
  const found = await app.page.evaluate(async () => {
    const { provenance, rows } = await window.regulars.analyse('clv');
    const kept = await window.regulars.sql('select count(p_alive) as scored from customer_value');
    return { fit: provenance.fit as object, first: rows[0], rows: rows.length, scored: kept.rows[0]!.scored };
  });
  const fit = found.fit as ClvReport;
  expect(fit.hidden).toBeNull();
  expect(fit.totals.map(({ days }) => days)).toEqual([30, 90, 365]);
  expect(Number(found.first!.expected_value)).toBeGreaterThan(0);
  expect(found.scored).toBe(found.rows);
  await app.settle();
  expect(app.page.workers().length).toBeGreaterThanOrEqual(2);
  expect([app.violations, app.errors, app.foreign]).toEqual([[], [], []]);
});

test('the worker has no way to the network, and a fit can be stopped: the next one is answered', async () => {
  const reached = await Promise.all(
    app.page.workers().map((worker) =>
      worker.evaluate(() =>
        (['fetch', 'XMLHttpRequest', 'WebSocket', 'importScripts'] as const).map((name) => {
          try {
            const found = (globalThis as unknown as Record<string, (url: string) => unknown>)[name]!;
            void found('https://example.com/');
            return `${name} answered`;
          } catch {
            return '';
          }
        }),
      ),
    ),
  );
  expect(reached.flat().filter((one) => one !== '')).toEqual([]);
  const stopped = await app.page.evaluate(async () => {
    const { __models: models } = globalThis as unknown as Inside;
    const controller = new AbortController();
    const asked = models
      .fit(controller.signal, 'clv', new Uint8Array(8), {})
      .catch((error: { code: string }) => error.code);
    controller.abort();
    const code = await asked;
    const { rows } = await window.regulars.analyse('clv', { model: 'bg-nbd', horizon_days: 90 });
    return { code, rows: rows.length };
  });
  expect(stopped.code).toBe('cancelled');
  expect(stopped.rows).toBeGreaterThan(100);
});
