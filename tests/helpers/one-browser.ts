import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { root, runNode, tool } from '../../scripts/run.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    browserEndpoint: string;
  }
}

/** Flags for a browser inside a container; nothing here weakens a wall that a test is about. */
export const browserFlags = ['--no-sandbox', '--disable-background-networking', '--disable-quic'];

/**
 * The engine's code is optimised after ten times the usual work. A tab of these tests lives for seconds, and ends
 * before what was made fast is used. Where a test measures time (project "browser alone") it is as usual.
 */
export const OPTIMISE_LATER = '--js-flags=--wasm-tiering-budget=130000000';

/** The build that browser tests look at, unless `npm test` has just made it. */
export async function built(): Promise<void> {
  if (!process.env.REGULARS_BUILT) {
    const { code, output } = await runNode(tool('vite/bin/vite.js'), ['build', '--logLevel', 'warn'], {
      quiet: true,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Error(`the build failed:\n${output}`);
  }
  if (!existsSync(path.join(root, 'dist/index.html'))) throw new Error('there is no dist/index.html to test');
}

/** Before the first browser test: the build and one browser for all files. */
export default async function oneBrowser(project: TestProject) {
  await built();
  const server = await chromium.launchServer({
    executablePath: await findBrowser(),
    args: project.name === 'browser' ? [...browserFlags, OPTIMISE_LATER] : browserFlags,
    headless: true,
  });
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
