import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openApp, type App } from '../helpers/browser';

/**
 * One page for all tests of a file: each begins with nothing open, as after "close", and need not wait until the engine has
 * started again. No test may make the page report an error or reach for another origin.
 */
export function onePage(): () => Promise<Page> {
  let app: App;
  beforeAll(async () => {
    app = await openApp({ context: { serviceWorkers: 'block' } });
  });
  afterEach(() => {
    const seen = [app.violations, app.errors, app.foreign].map((list) => list.splice(0));
    expect(seen).toEqual([[], [], []]);
  });
  afterAll(() => app.close());
  return async () => {
    await app.page.evaluate(async () => {
      await window.regulars.close();
      location.hash = '#/';
      scrollTo(0, 0);
    });
    await app.page.getByRole('button', { name: 'Open the sample shop' }).waitFor();
    return app.page;
  };
}
