import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { openApp, type App, type AppOptions } from '../helpers/browser';
import { workbook } from '../e2e/files';
import { canaryFile } from '../helpers/canaries';
import { askingStatements } from '../helpers/hostile';
import { dropFile, useFile, wholeJourney } from '../helpers/journey';
import { patched, walls } from '../helpers/sabotage';

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** First words of a worker: tell of each refusal of the policy, through a channel that was made before it is removed. */
const listener = (worker: string) =>
  `{const told=new BroadcastChannel('refused');addEventListener('securitypolicyviolation',(e)=>told.postMessage('${worker} '+e.effectiveDirective+' '+e.blockedURI));told.postMessage('${worker} listens')};`;

/** The build, with a listener at the head of each worker; DuckDB's own is a text inside the engine's. */
const listening = [
  { file: /^workers\/engine-.*\.js$/, pattern: /^/g, instead: listener('engine'), times: 1 },
  { file: /^workers\/reader-.*\.js$/, pattern: /^/g, instead: listener('reader'), times: 1 },
  {
    file: /^workers\/engine-.*\.js$/,
    pattern: /\(\(\) => \{(?=\\n|\n)(?=[^]{0,40}const removeNetworkApis)/g,
    instead: (match: string) => listener('duckdb') + match,
    times: 1,
  },
];

let folder = '';
beforeAll(() => {
  folder = patched(path.join(root, 'dist'), 'listening', listening);
});

async function open(options: AppOptions) {
  app = await openApp({ dir: folder, ...options, context: { serviceWorkers: 'block' } });
  // The listeners speak while the first page starts; a second start is heard from its first line on.
  await app.page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { __heard: heard });
    new BroadcastChannel('refused').onmessage = (event: MessageEvent<string>) => heard.push(event.data);
  });
  await app.page.reload();
  return app;
}
const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as { __heard: string[] }).__heard);

const hosts: [string, AppOptions][] = [
  ['with our headers', {}],
  ['without any header under a sub-path', { headers: false, base: '/some/sub/path/' }],
];

describe.each(hosts)('on a host %s', (_host, options) => {
  test('nothing is refused over the whole journey: not in the page, not in a worker', async () => {
    const { page, violations, errors, settle } = await open(options);
    await wholeJourney(page, canaryFile());
    const sheet = await workbook();
    await dropFile(page, { name: sheet.name, text: sheet.buffer });
    await useFile(page);
    await settle();
    const said = await heard(page);
    expect(said.filter((one) => !one.endsWith(' listens'))).toEqual([]);
    expect(said).toEqual(expect.arrayContaining(['engine listens', 'duckdb listens', 'reader listens']));
    expect({ violations, errors }).toEqual({ violations: [], errors: [] });
  });

  test('two Trusted Types policies may be made and are; a third is refused', async () => {
    const made =
      '(() => { const made = []; const real = trustedTypes.createPolicy.bind(trustedTypes); trustedTypes.createPolicy = (name, rules) => { const policy = real(name, rules); made.push(name); return policy; }; globalThis.__policies = made; })()';
    const { page } = await open(options);
    await page.addInitScript(made);
    await page.reload();
    await wholeJourney(page, canaryFile());
    const outcome = await page.evaluate(() => {
      const { __policies: names, trustedTypes } = globalThis as unknown as {
        __policies: string[];
        trustedTypes: { createPolicy(name: string, rules: object): unknown };
      };
      const refused = ['default', 'third', 'app-worker'].filter((name) => {
        try {
          trustedTypes.createPolicy(name, {});
          return false;
        } catch {
          return true;
        }
      });
      return { names: [...names], refused };
    });
    expect(new Set(outcome.names)).toEqual(new Set(['svelte-trusted-html', 'app-worker']));
    expect(outcome.refused).toEqual(['default', 'third', 'app-worker']);
  });
});

test('sabotage: what an unlocked DuckDB asks for is refused by the policy in its worker, and that is heard', async () => {
  const dir = patched(folder, 'listening-unlocked', [walls.lock, walls.removal]);
  const { page } = await open({ dir });
  await dropFile(page, canaryFile());
  await useFile(page);
  const texts = askingStatements({
    foreign: 'http://127.0.0.1:9/',
    own: 'http://127.0.0.1:9/',
    udp: '',
  }).slice(0, 3);
  // Each is refused, one way or another; what is looked at is who heard of it.
  for (const text of texts)
    await page.evaluate((sql) => window.regulars.sql(sql).catch(() => undefined), text);
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^duckdb connect-src http:/));
});
