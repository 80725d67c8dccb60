import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { ambiguousDates, bad, orders } from '../e2e/files';
import { give, goTo, heatmap, heading, openSample, toReport, useThisFile } from '../e2e/journey';
import { analyses } from '../../src/analyses/registry';
import { axeFindings } from '../helpers/axe';
import { openApp, type App, type AppOptions } from '../helpers/browser';
import { isWhole } from '../helpers/counts';
import { openQuestion } from '../helpers/journey';

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});
const open = async (options: AppOptions = {}) => (app = await openApp(options));

/** Through every page and state of the product; `look` is called in each. */
async function everyState(
  page: Page,
  look: (state: string) => Promise<void>,
  lookOnce: (state: string) => Promise<void>,
): Promise<void> {
  await heading(page).waitFor();
  await look('first page');
  await give(page, bad.pdf);
  await page.getByRole('alert').waitFor();
  await look('a file that cannot be read');
  await page.getByRole('button', { name: 'Close' }).click();
  await give(page, ambiguousDates());
  await useThisFile(page).waitFor();
  await look('mapping with a question');
  await page.getByRole('radio', { name: /^Day first/ }).check();
  await expect.poll(() => useThisFile(page).isEnabled()).toBe(true);
  await page.getByText('How the file was read').click();
  await look('mapping answered');
  await page.getByRole('button', { name: 'Not this file' }).click();
  await page.getByRole('button', { name: 'Open the sample shop' }).click();
  await page.getByRole('progressbar').waitFor();
  await lookOnce('importing');
  await page.waitForURL(/#\/home$/, { timeout: 120_000 });
  await goTo(page, 'Coming back');
  await heatmap(page).waitFor();
  await look('who came back');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Ask or find' }).fill('churn');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await look('the palette');
  await page.keyboard.press('Escape');
  // The same parts, in a table that is a ninth as large.
  await page.getByRole('combobox', { name: 'Group by first order in the same' }).selectOption('quarter');
  await page.getByText('order again in the quarter after').waitFor();
  await page.getByRole('checkbox').first().check();
  await heatmap(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await look('a ticked row and the walk over the cells');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('grid').waitFor();
  await look('the customers of a cell');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Table', exact: true }).first().click();
  await page.getByText('How this is counted').click();
  await page.getByText('Show SQL').first().click();
  await look('the table twin, the method and the SQL');
  await goTo(page, 'Value', 'So far');
  await heading(page).filter({ hasText: 'A new customer brings' }).waitFor();
  await look('what they bring');
  for (const id of analyses.keys()) {
    if (id === 'cohort-retention' || id === 'cohort-value') continue; // Looked at above.
    await openQuestion(page, id);
    await page.getByRole('main').locator('figure[aria-busy="false"], table').first().waitFor();
    await lookOnce(id);
  }
  await goTo(page, 'Data');
  await page.getByRole('heading', { name: 'How rows were cleaned' }).waitFor();
  await look('report');
  await page.getByRole('button', { name: /^Show the rows of: set aside/ }).click();
  await page.getByRole('dialog').getByRole('grid').waitFor();
  await look('rows set aside');
  await page.keyboard.press('Escape');
  await goTo(page, 'SQL');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('columnheader', { name: /country/ }).waitFor();
  await look('an answer in SQL');
  await page.getByRole('textbox').fill('select nothing from nowhere');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('alert').waitFor();
  await look('a mistake in SQL');
  await goTo(page, 'How we count');
  await look('how we count');
  await page.getByRole('link', { name: 'Nothing has left this computer' }).first().click();
  await page.getByRole('heading', { name: 'The walls, as they stand now' }).waitFor();
  await look('the promise');
}

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };

/** How each page and state is looked at, one after the other in the same page. */
const appearances = [
  { name: 'in light', media: { colorScheme: 'light' }, size: WIDE },
  {
    name: 'in dark, with reduced motion',
    media: { colorScheme: 'dark', reducedMotion: 'reduce' },
    size: WIDE,
  },
  { name: 'on a phone of 320 px', media: { colorScheme: 'light' }, size: PHONE },
] as const;
type Appearance = (typeof appearances)[number];

test('every page and state, in light, in dark and on a phone, has nothing that axe finds wrong or cannot decide, runs no animation it should not, and fits', async () => {
  const { page } = await open({ context: { viewport: WIDE } });
  const found: string[] = [];
  let turn = 0;
  const lookAt = async (state: string, { name, media, size }: Appearance) => {
    await page.emulateMedia({ reducedMotion: 'no-preference', ...media });
    await page.setViewportSize(size);
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    // Pictures are drawn anew for their room, each in a task of its own; one that never fits is found below.
    await page
      .waitForFunction((room) => document.documentElement.scrollWidth <= room, size.width, { timeout: 5000 })
      .catch(() => undefined);
    // What stays at the top covers what is scrolled below it, by intent.
    await page.evaluate(() => scrollTo(0, 0));
    // From one colour scheme to the other colours take a moment, and are judged as they are then.
    await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
    found.push(...(await axeFindings(page, `${state} ${name}`)));
    const { width, running } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      running: document.getAnimations().length,
    }));
    if (width > size.width) found.push(`${state} ${name}: ${width} px wide`);
    if ('reducedMotion' in media && running > 0) found.push(`${state} ${name}: ${running} animations`);
  };
  await everyState(
    page,
    async (state) => {
      // In short, the dark and the narrow one by turns.
      const [light, ...others] = appearances;
      const seen = isWhole ? others : [others[turn++ % others.length]!];
      for (const appearance of [light, ...seen]) await lookAt(state, appearance);
      await page.setViewportSize(WIDE);
    },
    // What passes before it could be looked at again, and pages made of the same parts as those that are looked at thrice.
    (state) => lookAt(state, appearances[0]),
  );
  expect(found.join('\n')).toBe('');
}, 600_000);

describe('with forced colours', () => {
  test('lines are told apart by their names, and what is open by its dashes', async () => {
    const { page } = await open({ context: { forcedColors: 'active' } });
    await openSample(page);
    await page.getByRole('checkbox', { name: /Jan 2024/ }).check();
    const names = await page.locator('.lines text').allTextContents();
    expect(names).toContain('Jan 2024');
    expect(names).toContain('All together');
    expect(await page.locator('.lines [stroke-dasharray]').count()).toBeGreaterThan(0);
    expect(await axeFindings(page, 'who came back')).toEqual([]);
  });
});

describe('a browser that lacks what is needed', () => {
  test('is told so on a page without anything that axe finds wrong', async () => {
    const { page, context, server } = await open();
    await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await page.goto(server.url);
    await page.getByRole('heading', { name: 'This browser cannot open Regulars' }).waitFor();
    expect(await page.getByText('It lacks: WebAssembly.').count()).toBe(1);
    expect(await axeFindings(page, 'unsupported')).toEqual([]);
  });
});

describe('sabotage: the gate', () => {
  test('goes red for a field without a name, a pale text and a table that cannot be reached', async () => {
    const { page } = await open();
    await toReport(page, orders());
    await page.evaluate(() => {
      for (const label of document.querySelectorAll('label')) label.removeAttribute('for');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('p { color: #c8c4bb !important }');
      document.adoptedStyleSheets.push(sheet);
    });
    const found = (await axeFindings(page, 'sabotaged')).join('\n');
    expect(found).toContain('select-name');
    expect(found).toContain('color-contrast');
  });

  test('goes red for a width that no phone has', async () => {
    const { page } = await open({ context: { viewport: PHONE } });
    await page.evaluate(() => document.querySelector('h1')?.append('x'.repeat(80)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeGreaterThan(PHONE.width);
  });
});
