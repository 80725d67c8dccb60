import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countOf } from '../../scripts/count-reporter.mjs';
import { findBrowser, usualPlaces } from '../../scripts/find-browser.mjs';
import { whyInstall } from '../../scripts/install.mjs';
import { serve } from '../../scripts/serve.mjs';
import { countLine, exitCode } from '../../scripts/test.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'regulars-scripts-'));
  mkdirSync(path.join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'dist/index.html'), '<p>it</p>');
  writeFileSync(path.join(folder, 'dist/assets/engine.wasm.gz'), 'bytes');
  writeFileSync(path.join(folder, 'dist/_headers'), '/*\n  X-It: yes\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A request with the path exactly as given: fetch() would tidy `..` away. */
function ask(url: string, target: string, method = 'GET', body = '') {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>(
    (resolve, reject) => {
      const request = http.request({ port: new URL(url).port, path: target, method }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      request.on('error', reject);
      request.end(body);
    },
  );
}

describe('the server', () => {
  test('sends the engine as gzip bytes that nobody unpacks on the way', async () => {
    const server = await serve({ dir: path.join(folder, 'dist') });
    const { status, headers } = await ask(server.url, '/assets/engine.wasm.gz');
    await server.close();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/gzip');
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('applies _headers only when asked to, and never shows the file', async () => {
    const withHeaders = await serve({ dir: path.join(folder, 'dist') });
    const bare = await serve({ dir: path.join(folder, 'dist'), headers: false });
    expect((await ask(withHeaders.url, '/')).headers['x-it']).toBe('yes');
    expect((await ask(withHeaders.url, '/_headers')).status).toBe(404);
    expect((await ask(bare.url, '/')).headers['x-it']).toBeUndefined();
    await Promise.all([withHeaders.close(), bare.close()]);
  });

  test('gives no file outside its folder', async () => {
    const server = await serve({ dir: path.join(folder, 'dist') });
    const tries = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/%00',
      '/%',
      '/assets',
    ];
    const answers = await Promise.all(tries.map((target) => ask(server.url, target)));
    await server.close();
    expect(answers.map((one) => one.status)).toEqual(tries.map(() => 404));
    expect(answers.map((one) => one.text).join('')).not.toContain('secret');
  });

  test('serves below a sub-path and nothing above it', async () => {
    const server = await serve({ dir: path.join(folder, 'dist'), base: '/some/sub/path/' });
    expect((await ask(server.url, '/some/sub/path/')).text).toBe('<p>it</p>');
    expect((await ask(server.url, '/')).status).toBe(404);
    await server.close();
  });

  test('records what reaches it, the body too', async () => {
    const server = await serve({ dir: path.join(folder, 'dist') });
    expect((await ask(server.url, '/?q=canary', 'POST', 'a body')).status).toBe(405);
    await server.close();
    expect(server.requests).toMatchObject([
      { method: 'POST', url: '/?q=canary', body: 'a body', status: 405 },
    ]);
  });

  test('takes the next port where its own is taken', async () => {
    const first = await serve({ dir: path.join(folder, 'dist') });
    const second = await serve({ dir: path.join(folder, 'dist'), port: first.port, orNext: true });
    expect(second.port).toBeGreaterThan(first.port);
    await Promise.all([first.close(), second.close()]);
  });
});

describe('the browser', () => {
  test('of CHROME_BIN wins, and a wrong one is an error, not a silent second choice', async () => {
    const file = path.join(folder, 'chrome');
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    expect(await findBrowser({ env: { CHROME_BIN: file }, order: [] })).toBe(file);
    await expect(findBrowser({ env: { CHROME_BIN: `${file}-gone` } })).rejects.toThrow('not a program');
  });

  test('is looked for in the given order', async () => {
    const order: [string, () => string | null][] = [
      ['a', () => null],
      ['b', () => '/b'],
      ['c', () => '/c'],
    ];
    expect(await findBrowser({ env: {}, order })).toBe('/b');
  });

  test('missing everywhere is one clear sentence', async () => {
    await expect(findBrowser({ env: {}, order: [] })).rejects.toThrow('set CHROME_BIN to the path of one');
  });

  test('is looked for in the usual folders of each system', () => {
    expect(usualPlaces('darwin', {}, '/Users/a')).toContain(
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    );
    expect(usualPlaces('win32', { PROGRAMFILES: 'C:\\P' })).toContain(
      'C:\\P\\Google\\Chrome\\Application\\chrome.exe',
    );
    expect(usualPlaces('linux')).toContain('/usr/bin/chromium');
  });
});

describe('the count', () => {
  const module = (states: string[], state = 'passed') => ({
    state: () => state,
    children: { allTests: () => states.map((one) => ({ result: () => ({ state: one }) })) },
  });

  test('names skipped tests only where there are any', () => {
    expect(countLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(countLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  test('is red where something failed and where nothing ran', () => {
    expect(exitCode({ passed: 3, failed: 0 })).toBe(0);
    expect(exitCode({ passed: 3, failed: 1 })).toBe(1);
    expect(exitCode({ passed: 0, failed: 0 })).toBe(1);
  });

  test('holds a file that cannot be loaded and an error outside any test', () => {
    expect(countOf([module(['passed', 'skipped']), module([], 'failed')], [])).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
    });
    expect(countOf([module(['failed'], 'failed')], [new Error('x')])).toEqual({
      passed: 0,
      failed: 2,
      skipped: 0,
    });
  });
});

describe('the packages', () => {
  test('here are what the lock file says', () => {
    expect(whyInstall()).toBeNull();
  });

  test('that are missing or of another version are a reason to install', () => {
    expect(whyInstall(folder)).toBe('node_modules is missing');
    mkdirSync(path.join(folder, 'node_modules/a'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules/a/package.json'), '{}');
    const lock = (version: string) => JSON.stringify({ packages: { 'node_modules/a': { version } } });
    writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), lock('1.0.0'));
    writeFileSync(path.join(folder, 'package-lock.json'), lock('1.0.0'));
    expect(whyInstall(folder)).toBeNull();
    writeFileSync(path.join(folder, 'package-lock.json'), lock('1.0.1'));
    expect(whyInstall(folder)).toBe('node_modules/a is 1.0.0, not 1.0.1');
  });
});
