/** The pictures of the README, made anew from the sample shop: `npx vite build && node scripts/screenshots.mjs`. */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { root } from './run.mjs';
import { serve } from './serve.mjs';

const folder = path.join(root, 'tests/e2e/screenshots');
const MOST_BYTES = 160_000;
const size = { width: 1120, height: 700 };

const server = await serve({ dir: path.join(root, 'dist') });
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
});

/** @param {'light' | 'dark'} colorScheme */
async function open(colorScheme) {
  const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  const save = async (/** @type {string} */ name) => {
    const file = path.join(folder, `${name}.png`);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: file });
    const bytes = statSync(file).size;
    console.log(`${name}.png ${bytes} bytes`);
    if (bytes > MOST_BYTES) throw new Error(`${name}.png is over ${MOST_BYTES} bytes`);
  };
  return { page, save };
}

try {
  mkdirSync(folder, { recursive: true });
  const light = await open('light');
  await light.save('first-page');
  for (const { page, save } of [light, await open('dark')]) {
    await page.getByRole('button', { name: 'Open the sample shop' }).click();
    const picture = page.getByRole('application', { name: /^Table of/ });
    await picture.waitFor({ timeout: 120_000 });
    await page.getByRole('combobox', { name: 'Group by first order in the same' }).selectOption('quarter');
    await page.getByText('of new customers order again in the quarter').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await save(page === light.page ? 'who-came-back' : 'who-came-back-dark');
  }
  await light.page.getByRole('link', { name: 'What the file says' }).click();
  await light.page.getByRole('heading', { name: 'From the file to our number' }).waitFor();
  await light.save('report');
} finally {
  await browser.close();
  await server.close();
}
