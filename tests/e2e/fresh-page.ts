import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { openApp, type App } from '../helpers/browser';

/**
 * A page of its own for each test. None may make it report an error or reach for another origin; none of these tests is
 * about the service worker, whose filling of its store would take a second of each.
 */
export function freshPage(): () => Promise<Page> {
  let app: App | undefined;
  afterEach(async () => {
    const seen = app && [app.violations, app.errors, app.foreign];
    await app?.close();
    app = undefined;
    expect(seen ?? [[], [], []]).toEqual([[], [], []]);
  });
  return async () => {
    app = await openApp({ context: { serviceWorkers: 'block' } });
    return app.page;
  };
}

/**
 * One page for tests that only look at what one of them has opened, each leaving it as the next can use it: `open` opens it,
 * once. The engine starts once, and a shop is read once. As with a fresh page, nothing may go wrong in any of them.
 */
export function samePage(open: (page: Page) => Promise<void>): () => Promise<Page> {
  let opening: Promise<App> | undefined;
  const start = async () => {
    const app = await openApp({ context: { serviceWorkers: 'block' } });
    await open(app.page);
    return app;
  };
  afterEach(async () => {
    const app = await opening;
    expect(app ? [app.violations, app.errors, app.foreign] : [[], [], []]).toEqual([[], [], []]);
  });
  afterAll(async () => (await opening)?.close());
  return async () => (await (opening ??= start())).page;
}
