import { afterEach, describe, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { workbook } from '../e2e/files';
import { openApp, type App, type AppOptions } from '../helpers/browser';
import { canaryFile } from '../helpers/canaries';
import { dropFile, openAnalysis, useFile, wholeJourney } from '../helpers/journey';

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const hosts: [string, AppOptions][] = [
  ['with our headers', {}],
  ['without any header under a sub-path', { headers: false, base: '/some/sub/path/' }],
];

describe.each(hosts)('after one visit to a host %s, its server stopped', (_host, options) => {
  test('a file, a workbook and the sample shop go from drop to heatmap', async () => {
    app = await openApp({ ...options, offline: true });
    const { page, server, foreign, violations, settle } = app;
    await expect(fetch(server.url)).rejects.toThrow();
    const asked = server.requests.length;

    expect(await wholeJourney(page, canaryFile())).toHaveLength(7);

    const sheet = await workbook();
    await dropFile(page, { name: sheet.name, text: sheet.buffer });
    await useFile(page);
    await openAnalysis(page, 'cohort-retention');

    await page.locator('nav a[href="#/"]').first().click();
    await page.getByRole('button', { name: words.pages.first.sample }).click();
    await page.waitForURL(/#\/home$/, { timeout: 60_000 });
    await openAnalysis(page, 'cohort-retention');
    const report = await page.evaluate(() => window.regulars.report()?.rows_read);
    expect(report).toBeGreaterThan(35_000);

    await settle();
    expect(server.requests.slice(asked)).toEqual([]);
    expect({ foreign, violations }).toEqual({ foreign: [], violations: [] });
  });
});

test('sabotage: without the service worker the same page does not come back', async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  await app.server.close();
  await expect(app.page.reload()).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
});
