import path from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { browserFlags, OPTIMISE_LATER } from './one-browser';

export interface AppOptions {
  /** Apply `public/_headers` (default), or be the worst static host: no header at all. */
  headers?: boolean;
  /** Path that the built folder is served under; ends with "/". */
  base?: string;
  /** Once the page is ready for it, stop the server and reload. */
  offline?: boolean;
  /** Another built folder than dist. */
  dir?: string;
  /** Another server than ours, which serves the built folder already; it is closed with the app. */
  server?: Server;
  /** Response headers laid over all others: takes a wall away in a sabotage. */
  extraHeaders?: Record<string, string>;
  /** These headers keep the app from running: its page is not waited for. */
  isRefused?: boolean;
  /** A browser of its own that keeps pages which were left, as everybody's does; Playwright has that off. */
  keepsLeftPages?: boolean;
  context?: BrowserContextOptions;
}

export interface Violation {
  directive: string;
  blocked: string;
  source: string;
}

export type Server = Awaited<ReturnType<typeof serve>>;

export interface App {
  page: Page;
  context: BrowserContext;
  server: Server;
  /** Every `securitypolicyviolation` of every document since the start, reloads included. */
  violations: Violation[];
  /** Console errors and uncaught exceptions; those of workers too. */
  errors: string[];
  /** alert, confirm and prompt: each was dismissed. */
  dialogs: string[];
  /** Requests of the page to anything but its server. */
  foreign: string[];
  /** Wait until what has already happened in the page is told here: look at the lists only after it. */
  settle(): Promise<void>;
  /** Wait until the service worker holds everything, stop the server, reload. */
  goOffline(): Promise<void>;
  close(): Promise<void>;
}

let shared: Browser | undefined;

/** The one browser of this run; a test that kills its browser starts its own with `launchBrowser`. */
export async function sharedBrowser(): Promise<Browser> {
  if (!shared?.isConnected()) shared = await chromium.connect(inject('browserEndpoint'));
  return shared;
}

/** A browser of one's own; the caller closes it. */
export async function launchBrowser(flags: string[] = [], without: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [...browserFlags, ...flags],
    ignoreDefaultArgs: without,
  });
}

/** Record what happens in a context, from before the first line of any page. */
async function watch(context: BrowserContext, origin: string) {
  const violations: Violation[] = [];
  const errors: string[] = [];
  const dialogs: string[] = [];
  const foreign: string[] = [];
  await context.exposeBinding('__violation', (_source, one: Violation) => violations.push(one));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { __violation: (one: object) => void }).__violation;
      report({
        directive: event.effectiveDirective,
        blocked: event.blockedURI,
        source: `${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      });
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('weberror', (one) => errors.push(String(one.error())));
  context.on('dialog', (dialog) => {
    dialogs.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data|about|chrome-error):/.test(url)) foreign.push(url);
  });
  return { violations, errors, dialogs, foreign };
}

/**
 * Resolves when a service worker is active and controls the page: all files are then in its store. Rejects after
 * half a minute: `navigator.serviceWorker.ready` alone waits for ever.
 */
export async function offlineReady(page: Page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
    timeout: 30_000,
  });
}

/** Serve the built app, open its page, and watch it. Close what this returns. */
export async function openApp(options: AppOptions = {}): Promise<App> {
  const server =
    options.server ??
    (await serve({
      dir: options.dir ?? path.join(root, 'dist'),
      base: options.base ?? '/',
      headers: options.headers ?? true,
      extraHeaders: options.extraHeaders ?? {},
    }));
  const own = options.keepsLeftPages
    ? await launchBrowser([OPTIMISE_LATER], ['--disable-back-forward-cache'])
    : null;
  const browser = own ?? (await sharedBrowser());
  const context = await browser.newContext({ acceptDownloads: true, ...options.context });
  const seen = await watch(context, new URL(server.url).origin);
  const page = await context.newPage();
  await page.goto(server.url);
  // The app is loaded after the page has looked whether it can run; a sabotaged build may never come so far.
  if (!options.isRefused)
    await page
      .locator('h1')
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
  const goOffline = async () => {
    await offlineReady(page);
    await server.close();
    await page.reload();
  };
  const settle = async () => {
    await page.waitForLoadState();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  };
  if (options.offline) await goOffline();
  const close = async () => {
    await context.close();
    await own?.close();
    if (!options.offline) await server.close();
  };
  return { page, context, server, ...seen, settle, goOffline, close };
}
