import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { sharedBrowser } from './browser';
import type { Acknowledged, Inside } from './in-page/storage-tab';
import { random } from './seeded';
import { serveStoragePage } from './storage-page';

interface OpenTab {
  page: Page;
  session: CDPSession;
  /** In the browser's cache of pages, or frozen: it answers nothing. */
  away: 'hidden' | 'frozen' | null;
}

export interface TabFigures {
  interleavings: number;
  acts: number;
  acknowledged: number;
  lost: string[];
  mixed: string[];
  /** Milliseconds of each "take over here". */
  takingOver: number[];
}

const ACTS = [
  'open',
  'use',
  'use',
  'use',
  'close',
  'crash',
  'freeze',
  'hide',
  'wake',
  'take',
  'take',
  'delete',
];
const BYTES = 600;
const MOST_TABS = 4;

/** What tabs acknowledge, in the order in which it was heard, and what must therefore be found. */
class Ledger {
  readonly heard: Acknowledged[] = [];
  /** How many acknowledgements had been heard when a project was opened by a person. */
  readonly openedAt = new Map<string, number>();

  /** Why what is found cannot be after the first `count` acknowledgements; null where it can. */
  faultOf(name: string | null, generation: number | null, count: number): string | null {
    const heard = this.heard.slice(0, count);
    const last = heard.reduce<Acknowledged | null>(
      (latest, one) => (!latest || one.generation >= latest.generation ? one : latest),
      null,
    );
    // Two tabs are not always heard in the order in which they wrote. Whoever deletes everything writes no generation but names the highest
    // there was: of the same number, that came later.
    const latest = heard.filter((one) => one.generation === last?.generation);
    const newest = latest.find(({ kind }) => kind === 'emptied') ?? latest.at(-1);
    if (!newest) return null;
    if (newest.kind === 'emptied') {
      if (name === null || (generation ?? 0) > newest.generation) return this.#returned(name, newest);
      return `${name} is there, although everything was deleted`;
    }
    if (generation === null || generation < newest.generation) return `${newest.name} is lost`;
    return generation === newest.generation && name !== newest.name
      ? `${name} stands for ${newest.name}`
      : null;
  }

  #returned(name: string | null, deleted: Acknowledged): string | null {
    const opened = name === null ? Infinity : (this.openedAt.get(name) ?? 0);
    return opened < this.heard.indexOf(deleted) ? `${name} came back after everything was deleted` : null;
  }

  /** What a tab kept by itself over what another tab had kept after it was opened. */
  silent(): string[] {
    return this.heard.flatMap((one, at) => {
      if (one.kind !== 'kept' || !one.byItself) return [];
      const from = this.openedAt.get(one.name) ?? 0;
      const over = this.heard.slice(from, at).filter((other) => other.kind === 'kept' && !other.byItself);
      const lost = over.find(({ name, generation }) => name !== one.name && generation < one.generation);
      return lost ? [`${one.name} was kept by itself over ${lost.name}`] : [];
    });
  }
}

async function openTab(context: BrowserContext, url: string): Promise<OpenTab> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    const inside = globalThis as unknown as Inside;
    while (!inside.Tab) await new Promise((resolve) => setTimeout(resolve, 5));
    inside.tab = new inside.Tab();
    await inside.tab.start();
  });
  return { page, session: await context.newCDPSession(page), away: null };
}

const wake = async (tab: OpenTab) => {
  if (tab.away === 'frozen') await tab.session.send('Page.setWebLifecycleState', { state: 'active' });
  if (tab.away === 'hidden') await tab.page.evaluate(() => (globalThis as unknown as Inside).tab.show());
  tab.away = null;
};

/** The command itself is never answered. */
const crash = ({ page, session }: OpenTab) =>
  new Promise<void>((resolve) => {
    page.once('crash', () => resolve());
    session.send('Page.crash').catch(() => undefined);
  });

/** Three tabs, each doing what a person, a browser or a crash may do, two acts at a time, as the seed draws them. */
async function interleave(context: BrowserContext, url: string, seed: number, figures: TabFigures) {
  const draw = random(seed);
  const ledger = new Ledger();
  await context.exposeBinding('acknowledged', (_source, one: Acknowledged) => ledger.heard.push(one));
  const observer = await context.newPage();
  await observer.goto(url);
  const tabs = await Promise.all([1, 2, 3].map(() => openTab(context, url)));
  const drop = (tab: OpenTab) => tabs.splice(tabs.indexOf(tab), 1);
  const pick = () => tabs[Math.floor(draw() * tabs.length)];

  /** How long each tab of this step took to take over: Infinity where it does not write afterwards. */
  let taken: number[] = [];
  const act = async (what: string, tab: OpenTab | undefined, name: string): Promise<void> => {
    if (what === 'open' || !tab) {
      if (tabs.length < MOST_TABS) tabs.push(await openTab(context, url));
    } else if (what === 'wake') await wake(tab);
    else if (tab.away) return;
    else if (what === 'use') {
      ledger.openedAt.set(name, ledger.heard.length);
      await tab.page.evaluate(([title, bytes]) => (globalThis as unknown as Inside).tab.use(title, bytes), [
        name,
        BYTES,
      ] as const);
    } else if (what === 'take') {
      taken.push(await tab.page.evaluate(() => (globalThis as unknown as Inside).tab.takeOver()));
    } else if (what === 'delete') {
      await tab.page.evaluate(() => (globalThis as unknown as Inside).tab.deleteEverything());
    } else if (what === 'freeze') {
      tab.away = 'frozen';
      await tab.session.send('Page.setWebLifecycleState', { state: 'frozen' });
    } else if (what === 'hide') {
      tab.away = 'hidden';
      await tab.page.evaluate(() => (globalThis as unknown as Inside).tab.hide());
    } else {
      drop(tab);
      if (what === 'crash') await crash(tab);
      await tab.page.close();
    }
  };
  const look = async (when: string) => {
    // A tab may keep by itself while the database is read.
    const count = ledger.heard.length;
    const found = await observer.evaluate(async () => {
      const inside = globalThis as unknown as Inside;
      while (!inside.lookInside) await new Promise((resolve) => setTimeout(resolve, 5));
      return inside.lookInside();
    });
    const fault = ledger.faultOf(found.name, found.generation, count);
    if (fault) figures.lost.push(`seed ${seed}, ${when}: ${fault}`);
    figures.mixed.push(...found.wrong.map((one) => `seed ${seed}, ${when}: ${one}`));
  };

  for (let step = 0; step < 6; step++) {
    const both = [0, 1].map((at) => ({
      what: ACTS[Math.floor(draw() * ACTS.length)]!,
      tab: pick(),
      name: `${seed}-${step}-${at}`,
    }));
    // Two acts of one tab come one after the other, as a person does them.
    const isOne = both[0]!.tab === both[1]!.tab;
    if (isOne)
      for (const { what, tab, name } of both) await act(what, tabs.includes(tab!) ? tab : pick(), name);
    else await Promise.all(both.map(({ what, tab, name }) => act(what, tab, name)));
    figures.acts += both.length;
    // Of two that take over at once, one has it in the end.
    if (taken.length > 0) figures.takingOver.push(Math.min(...taken));
    if (taken.length > 0 && Math.min(...taken) === Infinity)
      figures.lost.push(
        `seed ${seed}, step ${step}: nobody took over (${both.map(({ what }) => what).join(', ')})`,
      );
    taken = [];
    await look(`step ${step}`);
  }
  if (tabs.length === 0) tabs.push(await openTab(context, url));
  for (const tab of tabs) await wake(tab);
  for (const tab of tabs.slice(1)) await tab.page.close();
  const [last] = tabs;
  const settled = await last!.page.evaluate(async () => {
    const { tab } = globalThis as unknown as Inside;
    const until = performance.now() + 2000;
    while (tab.kept.role() !== 'writer' && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await tab.look();
    return { role: tab.kept.role(), open: tab.open, asked: tab.asked };
  });
  if (settled.role !== 'writer') figures.lost.push(`seed ${seed}: the last tab does not write`);
  if (settled.open?.state === 'unkept' && !settled.asked)
    figures.lost.push(`seed ${seed}: ${settled.open.name} is open in the last tab and not kept`);
  await look('at the end');
  figures.lost.push(...ledger.silent().map((one) => `seed ${seed}: ${one}`));
  figures.acknowledged += ledger.heard.length;
}

export async function tabRounds(seeds: number[]): Promise<TabFigures> {
  const server = await serveStoragePage();
  const browser = await sharedBrowser();
  const figures: TabFigures = {
    ...{ interleavings: 0, acts: 0, acknowledged: 0 },
    ...{ lost: [], mixed: [], takingOver: [] },
  };
  try {
    for (const seed of seeds) {
      const context = await browser.newContext();
      await interleave(context, server.url, seed, figures).finally(() => context.close());
      figures.interleavings++;
    }
    return figures;
  } finally {
    await server.close();
  }
}
