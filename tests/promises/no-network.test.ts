import { createSocket, type Socket } from 'node:dgram';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { offlineReady, openApp, type App, type AppOptions, type Server } from '../helpers/browser';
import { CANARY, canaryFile } from '../helpers/canaries';
import { askingStatements, hostileStatements, type Targets } from '../helpers/hostile';
import {
  dropFile,
  openSqlPage,
  runAllOnSqlPage,
  runOnSqlPage,
  useFile,
  wholeJourney,
} from '../helpers/journey';
import { onlyWalls } from '../helpers/sabotage';

let app: App | undefined;
let elsewhere: Server;
let socket: Socket;
let packets = 0;
beforeAll(async () => {
  elsewhere = await serve({ dir: root, base: '/nothing/here/' });
  socket = createSocket('udp4').on('message', () => (packets += 1));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  elsewhere.requests.length = 0;
  packets = 0;
});
afterAll(async () => {
  await elsewhere.close();
  socket.close();
});

const targetsOf = (server: Server): Targets => ({
  foreign: `http://127.0.0.1:${elsewhere.port}/`,
  own: server.url,
  udp: `127.0.0.1:${socket.address().port}`,
});

/** Requests that hold anything of the file: in their address, a header or a body. */
const telling = (server: Server) => server.requests.filter((one) => CANARY.test(JSON.stringify(one)));

/** Run texts through the door; the number that were answered with rows. */
const throughDoor = (page: Page, texts: string[]) =>
  page.evaluate(async (all) => {
    let answered = 0;
    for (const text of all)
      await window.regulars.sql(text, { limit: 5 }).then(
        () => (answered += 1),
        () => undefined,
      );
    return answered;
  }, texts);

const hosts: [string, AppOptions][] = [
  ['with our headers', { headers: true }],
  ['without any header under a sub-path', { headers: false, base: '/some/sub/path/' }],
];

describe.each(hosts)('on a host %s', (_host, options) => {
  test('the whole journey and over 200 hostile statements send nothing anywhere once the page is kept', async () => {
    app = await openApp(options);
    const { page, server, foreign, violations, errors, settle } = app;
    await offlineReady(page);
    const before = server.requests.length;
    const saved = await wholeJourney(page, canaryFile());
    expect(saved.filter((text) => CANARY.test(text)).length).toBeGreaterThanOrEqual(3);

    const hostile = hostileStatements(targetsOf(server));
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(200);
    await throughDoor(page, hostile);
    await openSqlPage(page);
    await runAllOnSqlPage(page, hostile);
    await settle();

    expect(server.requests.slice(before)).toEqual([]);
    expect({ elsewhere: elsewhere.requests, packets, foreign }).toEqual({
      elsewhere: [],
      packets: 0,
      foreign: [],
    });
    expect(telling(server)).toEqual([]);
    expect({ violations, errors }).toEqual({ violations: [], errors: [] });
    expect(await runOnSqlPage(page, 'select count(*) from orders')).toBeNull();
  });
});

describe('each wall alone', () => {
  const bare: AppOptions = { headers: false, context: { serviceWorkers: 'block' } };

  async function ask(standing: Parameters<typeof onlyWalls>[1]) {
    app = await openApp({ ...bare, dir: onlyWalls(`walls-${standing.join('-') || 'none'}`, standing) });
    const { page, server } = app;
    await dropFile(page, canaryFile());
    await useFile(page);
    const ours = server.requests.length;
    const texts = askingStatements(targetsOf(server)).filter((text) => /http:|s3:/.test(text));
    await throughDoor(page, texts);
    return {
      elsewhere: elsewhere.requests.length,
      own: server.requests.slice(ours).filter((one) => CANARY.test(one.url)).length,
    };
  }

  test('the lock of DuckDB lets nothing out', async () => {
    expect(await ask(['lock'])).toEqual({ elsewhere: 0, own: 0 });
  });

  test('the removal of the network functions lets nothing out of an unlocked DuckDB', async () => {
    expect(await ask(['removal'])).toEqual({ elsewhere: 0, own: 0 });
  });

  test('the policy of the page lets nothing out to another origin', async () => {
    expect((await ask(['policy'])).elsewhere).toBe(0);
  });

  test('sabotage: without the three, words of the file arrive at both servers', async () => {
    const arrived = await ask([]);
    expect(arrived.elsewhere).toBeGreaterThan(0);
    expect(arrived.own).toBeGreaterThan(0);
    expect(telling(elsewhere).length).toBeGreaterThan(0);
  });

  test('sabotage: a packet to the socket is counted', async () => {
    const sender = createSocket('udp4');
    await new Promise((resolve) => sender.send('canary', socket.address().port, '127.0.0.1', resolve));
    await expect.poll(() => packets).toBe(1);
    sender.close();
  });
});
