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
    const { page, violations, errors, dialogs, foreign, settle } = await open(options);
    await page.locator('h1').waitFor();
    await settle();
    expect({ violations, errors, dialogs, foreign }).toEqual({
      violations: [],
      errors: [],
      dialogs: [],
      foreign: [],
    });
  });

  test('refuses an inline style, an inline script, a foreign fetch, markup from text and a third policy', async () => {
    const { page, violations, settle } = await open(options);
    const refused = await page.evaluate(async () => {
      const outcome: Record<string, string> = {};
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
      };
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
    await settle();
    const directives = violations.map((one) => one.directive);
    for (const one of ['style-src-elem', 'connect-src', 'require-trusted-types-for', 'trusted-types'])
      expect(directives).toContain(one);
  });
});

test('in the built page the strict policy stands above everything that it has to cover', () => {
  const html = readFileSync(path.join(root, 'dist/index.html'), 'utf8');
  expect(html).not.toContain("'unsafe-inline'");
  const meta = html.indexOf('Content-Security-Policy');
  expect(meta).toBeGreaterThan(0);
  expect(html.search(/<(script|link|style)\b/)).toBeGreaterThan(meta);
});

describe('sabotage', () => {
  test('a page without its policy is seen: what was refused is allowed', async () => {
    const { page, violations, settle } = await open({ headers: false, context: { bypassCSP: true } });
    const style = await page.evaluate(() => {
      const made = document.createElement('style');
      made.textContent = 'h1 { color: rgb(1, 2, 3) }';
      document.head.append(made);
      return getComputedStyle(document.querySelector('h1') as Element).color;
    });
    await settle();
    expect(style).toBe('rgb(1, 2, 3)');
    expect(violations).toEqual([]);
  });

  test('a stricter host than ours is seen: its refusals are counted from the first line on', async () => {
    const { violations, settle } = await open({
      headers: false,
      extraHeaders: { 'content-security-policy': "script-src 'none'" },
      isRefused: true,
    });
    await settle();
    expect(violations.map((one) => one.directive)).toContain('script-src-elem');
  });

  test('a dialog, an error and a foreign request are each recorded', async () => {
    const { page, dialogs, errors, foreign, settle } = await open({ context: { bypassCSP: true } });
    await page.evaluate(async () => {
      alert('seen');
      setTimeout(() => {
        throw new Error('planted');
      });
      // Refused by the policy; that it was seen is the claim.
      await fetch('https://foreign.invalid/').catch(() => null);
    });
    await settle();
    expect(dialogs).toEqual(['alert: seen']);
    expect(errors.join('\n')).toContain('planted');
    expect(foreign).toEqual(['https://foreign.invalid/']);
  });
});
