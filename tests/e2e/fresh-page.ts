import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
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
