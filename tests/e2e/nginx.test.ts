import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { openApp, type App } from '../helpers/browser';
import { source } from '../helpers/deploy';
import { savedLine } from '../helpers/journey';
import { nginxIsHere, serveByNginx } from '../helpers/nginx';
import { heading, heatmap, openSample } from './journey';

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const inDist = (folder: string, pattern: RegExp) => {
  const name = readdirSync(path.join(root, 'dist', folder)).find((one) => pattern.test(one));
  if (!name) throw new Error(`no file like ${pattern} in dist/${folder}`);
  return `/${folder}/${name}`;
};

/** The headers of a response that public/_headers speaks of. */
const answered = (response: Response, url: string) =>
  Object.fromEntries(Object.keys(source(url)).map((name) => [name, response.headers.get(name)]));

describe.skipIf(!nginxIsHere())('the built page, served by nginx with deploy/nginx.conf', () => {
  test('has our headers, opens the sample shop without an error, and works when nginx is stopped', async () => {
    const server = await serveByNginx();
    app = await openApp({ server });
    const { page, goOffline, settle, violations, errors, foreign } = app;
    const paths = [
      '/',
      '/sw.js',
      '/manifest.webmanifest',
      inDist('assets', /^index-.*\.js$/),
      inDist('assets', /\.wasm\.gz$/),
      inDist('workers', /^engine-/),
    ];
    for (const one of paths) {
      const response = await fetch(new URL(one, server.url), { headers: { 'accept-encoding': 'identity' } });
      expect([one, response.status, answered(response, one)]).toEqual([one, 200, source(one)]);
      expect([one, response.headers.get('content-encoding')]).toEqual([one, null]);
    }
    expect((await fetch(new URL('/_headers', server.url))).status).toBe(404);
    expect((await fetch(new URL('/share', server.url), { method: 'POST', body: 'x' })).status).toBe(405);

    await openSample(page);
    await savedLine(page).waitFor({ timeout: 60_000 });
    await goOffline();
    await expect(fetch(server.url)).rejects.toThrow();
    await heatmap(page).waitFor({ timeout: 60_000 });
    expect(await heading(page).textContent()).toMatch(/order\s+again/);
    await settle();
    expect({ violations, errors, foreign }).toEqual({ violations: [], errors: [], foreign: [] });
  });

  test('sabotage: a policy that a host has changed is refused by the comparison, and seen by the browser', async () => {
    const config = readFileSync(path.join(root, 'deploy/nginx.conf'), 'utf8');
    const strict = config.replace(
      "script-src 'self' 'wasm-unsafe-eval'; style-src",
      "script-src 'none'; style-src",
    );
    const server = await serveByNginx(path.join(root, 'dist'), strict);
    app = await openApp({ server, isRefused: true });
    expect(answered(await fetch(server.url), '/')).not.toEqual(source('/'));
    await app.settle();
    expect(app.violations.map((one) => one.directive)).toContain('script-src-elem');
  });
});
