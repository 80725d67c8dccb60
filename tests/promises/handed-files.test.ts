import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { mappedFile } from '../e2e/journey';
import { offlineReady, openApp, type App, type AppOptions } from '../helpers/browser';
import { canaryFile } from '../helpers/canaries';

let app: App | undefined;
const after: (() => unknown)[] = [];
const open = async (options: AppOptions = {}) => (app = await openApp(options));
afterEach(async () => {
  await app?.close();
  app = undefined;
  for (const step of after.splice(0)) await step();
});

/** A page of another origin with a form such as the system fills in when a file is shared: our own policy lets no form out. */
async function sharingPage(action: string): Promise<string> {
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      `<form method="post" enctype="multipart/form-data" action="${action}"><input type="file" name="files" multiple><button>Share</button></form>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const file = canaryFile();
const upload = { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) };

async function share(page: Page, action: string): Promise<void> {
  await page.goto(await sharingPage(action));
  await page.locator('input').setInputFiles([upload]);
  await page.locator('button').click();
}

/** Addresses and texts of everything that the service worker has stored. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const kept: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
    return kept.sort();
  });

const hosts: [string, AppOptions][] = [
  ['with our headers', {}],
  ['without any header under a sub-path', { headers: false, base: '/some/sub/path/' }],
];

describe.each(hosts)('a file shared to the page, on a host %s', (_host, options) => {
  test('opens like a dropped one, reaches no server and is stored nowhere', async () => {
    const { page, server } = await open(options);
    await offlineReady(page);
    const before = await stored(page);
    await share(page, `${server.url}share`);
    await mappedFile(page).getByText(file.name).waitFor();
    expect(page.url()).not.toContain('shared');
    expect(server.requests.filter(({ method, url }) => method !== 'GET' || url.includes('share'))).toEqual(
      [],
    );
    expect(await stored(page)).toEqual(before);

    await page.reload();
    await page.locator('h1').first().waitFor();
    expect(await mappedFile(page).count()).toBe(0);
  });
});

test('is given once: a page that asks again gets nothing', async () => {
  const { page, server } = await open();
  await offlineReady(page);
  await share(page, `${server.url}share`);
  await mappedFile(page).getByText(file.name).waitFor();
  const again = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<File[]>) => resolve(data.length);
        navigator.serviceWorker.controller?.postMessage('shared-files', [port2]);
      }),
  );
  expect(again).toBe(0);
});

test('anything else that is posted to the page is refused by the service worker and reaches no server', async () => {
  const { page, server } = await open();
  await offlineReady(page);
  await share(page, `${server.url}elsewhere`).catch(() => undefined);
  await expect.poll(() => page.url()).toContain('chrome-error:');
  expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('sabotage: without the service worker the same form reaches the server, and that is seen', async () => {
  const { page, server } = await open({ context: { serviceWorkers: 'block' } });
  await share(page, `${server.url}share`);
  await expect.poll(() => server.requests.filter(({ method }) => method === 'POST').length).toBe(1);
});

test('the browser finds no fault in the manifest', async () => {
  const { page, context } = await open();
  const cdp = await context.newCDPSession(page);
  const { url, errors, data } = await cdp.send('Page.getAppManifest');
  expect(url).toContain('manifest.webmanifest');
  expect(errors).toEqual([]);
  expect(data).toContain('share_target');
});

test('a file that the system opens the installed page with opens like a dropped one', async () => {
  const { page, violations, errors } = await open();
  await page.addInitScript(
    ([name, text]) => {
      const handle = { getFile: () => Promise.resolve(new File([text], name)) };
      Object.defineProperty(globalThis, 'launchQueue', {
        value: { setConsumer: (take: (launch: object) => void) => take({ files: [handle] }) },
      });
    },
    [file.name, file.text] as const,
  );
  await page.reload();
  await mappedFile(page).getByText(file.name).waitFor();
  expect({ violations, errors }).toEqual({ violations: [], errors: [] });
});
