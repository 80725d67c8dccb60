import path from 'node:path';
import type { Page } from 'playwright-core';
import { words } from '../../src/i18n/words';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { dropFile, savedLine, useFile } from './journey';
import { mortalBrowser } from './kills';
import { rawBytes } from './raw-storage';
import { random } from './seeded';

const CUSTOMERS = 150;
const ORDERS_EACH = 100;
const AMOUNT = 10;
/** Some megabytes, so that writing takes a while to be killed in. */
const PADDING = 'a text that makes the file larger without more rows, '.repeat(5);
const LONG = { timeout: 60_000 };

const mailOf = (who: number) => `canary${who}@canary.example`;
const noteOf = (who: number) => `canary note of ${who}!`;
/** Whatever tells this customer: the address, the name or the note. */
const namesOf = (who: number) => new RegExp(`canary${who}@|Canary Name ${who}x|${noteOf(who)}`, 'i');

function shop(): string {
  const rows = ['Order ID,Order date,Email,Customer name,Amount,Comment'];
  for (let order = 0; order < ORDERS_EACH; order++)
    for (let who = 0; who < CUSTOMERS; who++) {
      const day = new Date(Date.UTC(2023, 0, 1 + order * 5)).toISOString().slice(0, 10);
      rows.push(
        `${order * CUSTOMERS + who},${day},${mailOf(who)},Canary Name ${who}x,${AMOUNT}.00,${PADDING}`,
      );
    }
  return rows.join('\n');
}

export interface ForgetKillFigures {
  kills: number;
  /** Kills that came before the page said that the customer is gone. */
  within: number;
  /** … and after the first write of that customer's going. */
  writing: number;
  /** Kills after which the customer was gone. */
  gone: number;
  lost: string[];
  /** Milliseconds from the press of the button to the first write and to the word that it is done, where nothing was killed. */
  span: { written: number; done: number };
  /** Milliseconds from the address to the project that opened, of each round. */
  reopening: number[];
}

/** Everything of the app that says whether somebody is there: tables and figures. */
const inTables = (page: Page, who: number) =>
  page.evaluate(async (mail) => {
    const report = window.regulars.report();
    const { rows } = await window.regulars.sql(
      `select count(*)::integer as n from orders where customer_id = '${mail}'`,
    );
    return {
      orders: Object.values(rows[0] ?? {})[0] as number,
      sales: Number(report?.identified.sales),
      customers: report?.identified.customers,
    };
  }, mailOf(who));

async function askToForget(page: Page, who: number): Promise<void> {
  const said = words.people.page;
  await page.evaluate((mail) => (location.hash = `#/customer/${encodeURIComponent(mail)}`), mailOf(who));
  const note = page.getByRole('textbox', { name: said.note });
  await note.fill(noteOf(who));
  await note.blur();
  await page.getByText(said.saved, { exact: true }).waitFor(LONG);
  await page.getByRole('button', { name: words.forget.button }).click();
  await page.getByText(words.forget.doesNot).waitFor();
  await page.evaluate(() => {
    const told = window as unknown as { __pressed: number; __written: number };
    told.__written = 0;
    const stores = IDBObjectStore.prototype as { put(...rest: unknown[]): unknown };
    const { put } = stores;
    stores.put = function (...rest) {
      told.__written ||= performance.now();
      return put.apply(this, rest);
    };
  });
}

/** Resolves to the milliseconds since the press once something is so; to null where the browser is gone before. */
const since = (page: Page, what: 'written' | 'done') =>
  page
    .waitForFunction(
      (which) => {
        const { __pressed, __written } = window as unknown as { __pressed: number; __written: number };
        if (which === 'written') return __written > 0 && { after: __written - __pressed };
        return location.hash === '#/data' && { after: performance.now() - __pressed };
      },
      what,
      LONG,
    )
    .then((found) => found.evaluate((value) => (value ? value.after : null)))
    .catch(() => null);

const press = (page: Page) =>
  page.evaluate((label) => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === label);
    (window as unknown as { __pressed: number }).__pressed = performance.now();
    button!.click();
  }, words.forget.confirm);

/**
 * One customer after the other is forgotten in the built app, and the browser killed meanwhile: every other time at any moment of it, the
 * other times while it writes. Each time what opens again is the shop with all of the customer, or with nothing of them.
 */
export async function forgetKills(rounds: number, seed: number): Promise<ForgetKillFigures> {
  const draw = random(seed);
  const server = await serve({ dir: path.join(root, 'dist'), base: '/', headers: true, extraHeaders: {} });
  const browser = mortalBrowser();
  const figures: ForgetKillFigures = {
    ...{ kills: 0, within: 0, writing: 0, gone: 0, lost: [], reopening: [] },
    span: { written: 0, done: 0 },
  };
  const gone: number[] = [];
  let hashes = 0;
  /** Look at what is there: all of the customer, or nothing; `acked` where the page had said that they are gone. */
  const look = async (page: Page, who: number, acked: boolean) => {
    const raw = await rawBytes(page);
    const list = /"hashes":\[([^\]]*)\]/.exec(raw)?.[1] ?? '';
    const now = list.split(',').filter((hash) => hash !== '').length;
    const isNamed = namesOf(who).test(raw);
    const found = {
      ...(await inTables(page, who)),
      isNamed,
      isNoted: raw.includes(noteOf(who)),
      isListed: now > hashes,
    };
    const shopOf = (customers: number) => ({ customers, sales: customers * ORDERS_EACH * AMOUNT });
    const all = CUSTOMERS - gone.length;
    const before = { orders: ORDERS_EACH, ...shopOf(all), isNamed: true, isNoted: true, isListed: false };
    const after = { orders: 0, ...shopOf(all - 1), isNamed: false, isNoted: false, isListed: true };
    const is = (state: typeof found) =>
      Object.entries(state).every(([name, value]) => found[name as keyof typeof found] === value);
    const said = `customer ${who}, ${acked ? '' : 'not '}said to be gone: `;
    if (!is(after) && (acked || !is(before))) figures.lost.push(said + JSON.stringify(found));
    for (const one of gone) if (namesOf(one).test(raw)) figures.lost.push(`${said}customer ${one} is back`);
    hashes = now;
    if (is(after)) gone.push(who);
  };
  const reopen = async () => {
    const started = performance.now();
    const page = await browser.start(server.url);
    await savedLine(page).waitFor(LONG);
    figures.reopening.push(Math.round(performance.now() - started));
    return page;
  };
  try {
    let page = await browser.start(server.url);
    await dropFile(page, { name: 'shop.csv', text: shop() });
    await useFile(page);
    await savedLine(page).waitFor(LONG);

    await askToForget(page, 0);
    await press(page);
    const [wrote, ended] = [await since(page, 'written'), await since(page, 'done')];
    figures.span = { written: Math.round(wrote ?? 0), done: Math.round(ended ?? 0) };
    await look(page, 0, true);

    for (let who = 1; who <= rounds; who++) {
      await askToForget(page, who);
      await press(page);
      let begun = false;
      const writing = since(page, 'written').then((after) => (begun = after !== null));
      const finished = since(page, 'done').then((after) => after !== null);
      const { written, done } = figures.span;
      const inWriting = who % 2 === 1;
      if (inWriting) await writing;
      const span = inWriting ? done - written : done;
      const moment = new Promise<false>((resolve) => setTimeout(() => resolve(false), draw() * span * 1.1));
      const acked = await Promise.race([finished, moment]);
      if (!acked) figures.within++;
      if (!acked && begun) figures.writing++;
      await browser.kill();
      figures.kills++;
      page = await reopen();
      await look(page, who, acked);
    }
    return { ...figures, gone: gone.length - 1 };
  } finally {
    await browser.end();
    await server.close();
  }
}
