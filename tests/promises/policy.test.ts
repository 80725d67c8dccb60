import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { openApp, type App, type AppOptions } from '../helpers/browser';

let app: App | undefined;
const open = async (options: AppOptions) => (app = await openApp(options));
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const hosts: [string, AppOptions][] = [
  ['with our headers', { headers: true }],
  ['without any header', { headers: false }],
  ['without any header under a sub-path', { headers: false, base: '/some/sub/path/' }],
];

describe.each(hosts)('the built page %s', (_host, options) => {
  test('starts without a violation, an error, a dialog or a foreign request', async () => {
    const { page, violations, errors, dialogs, foreign } = await open(options);
    await page.locator('h1').waitFor();
    expect({ violations, errors, dialogs, foreign }).toEqual({
      violations: [],
      errors: [],
      dialogs: [],
      foreign: [],
    });
  });

  test('refuses an inline style, an inline script, a foreign fetch, markup from text and a third policy', async () => {
    const { page, violations } = await open(options);
    const refused = await page.evaluate(async () => {
      const outcome: Record<string, string> = {};
      const tries: [string, () => unknown][] = [
        ['markup', () => (document.createElement('p').innerHTML = '<b>x</b>')],
        ['worker', () => new Worker('/nothing.js')],
        ['policy', () => trustedTypes.createPolicy('default', {})],
        ['again', () => trustedTypes.createPolicy('app-worker', {})],
      ];
      for (const [name, attempt] of tries)
        try {
          attempt();
          outcome[name] = 'allowed';
        } catch {
          outcome[name] = 'refused';
        }
      const style = document.createElement('style');
      style.textContent = 'h1 { color: rgb(1, 2, 3) }';
      document.head.append(style);
      const heading = document.querySelector('h1');
      outcome.style = heading && getComputedStyle(heading).color === 'rgb(1, 2, 3)' ? 'allowed' : 'refused';
      outcome.fetch = await fetch('https://foreign.invalid/').then(
        () => 'allowed',
        () => 'refused',
      );
      return outcome;
    });
    expect(refused).toEqual({
      markup: 'refused',
      worker: 'refused',
      policy: 'refused',
      again: 'refused',
      style: 'refused',
      fetch: 'refused',
    });
    const directives = new Set(violations.map((one) => one.directive));
    for (const one of ['style-src-elem', 'connect-src', 'require-trusted-types-for', 'trusted-types'])
      expect([...directives]).toContain(one);
  });
});

test('in the built page the strict policy stands above everything that it has to cover', () => {
  const html = readFileSync(path.join(root, 'dist/index.html'), 'utf8');
  expect(html).not.toContain("'unsafe-inline'");
  const meta = html.indexOf('Content-Security-Policy');
  expect(meta).toBeGreaterThan(0);
  expect(html.search(/<(script|link|style)\b/)).toBeGreaterThan(meta);
});
