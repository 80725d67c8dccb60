/** Functions that run in the page: the browser gets their text alone, so each reaches only for `window`. */
import type { Door } from '../../src/door/door';

/** Milliseconds since the navigation began. */
export interface Opening {
  interactive: number;
  ready: number;
}

interface BenchWindow {
  regulars: Door;
  opening: Opening;
  longTasks: { start: number; milliseconds: number }[];
  /** Resolves with what `look` finds, the moment that the page holds it. */
  until<T>(look: () => T | null | undefined | false): Promise<T>;
  press(selector: string): Promise<number>;
  /** Resolves after the next frame is painted. */
  painted(): Promise<number>;
  chosen(): File;
  drop(): number;
}

/** From before the page's first line: the tools of the measures, and when the page can be used. */
export function prepare(): void {
  const page = window as unknown as BenchWindow;
  page.opening = { interactive: 0, ready: 0 };
  page.longTasks = [];
  page.until = (look) =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`five minutes and not found: ${look}`)), 300_000);
      const observer = new MutationObserver(() => check());
      const check = () => {
        const found = look();
        if (!found) return;
        observer.disconnect();
        resolve(found);
      };
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      check();
    });
  page.press = async (selector) => {
    const found = await page.until(() => document.querySelector<HTMLElement>(selector));
    const at = performance.now();
    found.click();
    return at;
  };
  page.painted = () =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  page.chosen = () => {
    const file = document.querySelector<HTMLInputElement>('#bench')?.files?.[0];
    if (!file) throw new Error('no file was chosen');
    return file;
  };
  page.drop = () => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(page.chosen());
    const at = performance.now();
    document
      .querySelector('.zone')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    return at;
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      page.longTasks.push({ start: startTime, milliseconds: duration });
  }).observe({ type: 'longtask', buffered: true });
  void page
    .until(() => document.querySelector('.zone button:not(:disabled)'))
    .then(async () => {
      page.opening.interactive = performance.now();
      await page.regulars.ready;
      page.opening.ready = performance.now();
    });
}

/** The first query: of a tiny shop, or of the one kept from before. */
export async function firstAnswer(kept: boolean): Promise<Opening & { answered: number }> {
  const page = window as unknown as BenchWindow;
  await page.until(() => page.regulars);
  await page.regulars.ready;
  const text = 'Order date,Order ID,Customer ID,Amount\n2024-01-02,1,a,10.00\n2024-02-03,2,a,12.50\n';
  if (kept) await page.until(() => page.regulars.report());
  else await page.regulars.open(new File([text], 'tiny.csv'));
  await page.regulars.sql('select count(*) from orders');
  return { ...page.opening, answered: performance.now() };
}

/** Through the door: milliseconds from the file to its tables. */
export async function openByDoor(): Promise<{ milliseconds: number; rows: number }> {
  const page = window as unknown as BenchWindow;
  await page.regulars.ready;
  const started = performance.now();
  const report = await page.regulars.open(page.chosen());
  return { milliseconds: performance.now() - started, rows: report.rows_read };
}

/** Milliseconds since the drop; `splits` since the picture. */
export interface Journey {
  mapped: number;
  built: number;
  drawn: number;
  splits: number;
}

/**
 * Drop the file, read the mapping page for so many milliseconds (they are not counted), press "Looks right", and the way
 * to the picture the moment that it is there.
 */
export async function dropToHeatmap(reading: number): Promise<Journey> {
  const page = window as unknown as BenchWindow;
  await page.regulars.ready;
  page.longTasks.length = 0;
  let started = page.drop();
  const use = '.mapping:not([inert]) .end button.main:not(:disabled)';
  await page.until(() => document.querySelector(use));
  const mapped = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, reading));
  started += reading;
  await page.press(use);
  await page.until(() => location.hash === '#/home');
  const built = await page.press('nav a[href="#/back"]');
  await page.until(() => document.querySelector('figure[aria-busy="false"] .cells svg'));
  const drawn = await page.painted();
  await page.until(() => document.querySelectorAll('.controls select').length > 1);
  const splits = performance.now() - drawn;
  return { mapped, built: built - started, drawn: drawn - started, splits };
}

/** Drop the file and wait for its table and its mapping page: how long, and how the bar moved. */
export async function dropToMapping(): Promise<{
  /** Until the table stands and its columns are looked at: as far as the general reader goes. */
  milliseconds: number;
  mapped: number;
  shares: number[];
  longest: number;
}> {
  const page = window as unknown as BenchWindow;
  await page.regulars.ready;
  page.longTasks.length = 0;
  const shares: number[] = [];
  const started = performance.now();
  let [moved, longest] = [started, 0];
  const watch = setInterval(() => {
    const bar = document.querySelector('progress');
    if (!bar?.hasAttribute('value') || bar.value === shares.at(-1)) return;
    shares.push(bar.value);
    longest = Math.max(longest, performance.now() - moved);
    moved = performance.now();
  }, 50);
  page.drop();
  const mapping = () => document.querySelector('.mapping:not([inert]) .end button.main');
  await page.until(() => mapping() ?? document.body.textContent.includes('Looking at the columns'));
  const milliseconds = performance.now() - started;
  await page.until(mapping);
  clearInterval(watch);
  return { milliseconds, mapped: performance.now() - started, shares, longest };
}

export type Change = readonly [what: 'grain' | 'mode' | 'clock', to: string];

/** Change one control: milliseconds until the new picture is in the page and painted. */
export async function redraw([what, to]: Change): Promise<number> {
  const page = window as unknown as BenchWindow;
  const before = document.querySelector('figure .cells svg');
  const started = performance.now();
  if (what === 'grain') {
    const select = document.querySelector<HTMLSelectElement>('.controls select');
    if (!select) throw new Error('there is no choice of grain');
    select.value = to;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  } else document.querySelector<HTMLInputElement>(`.controls input[value="${to}"]`)?.click();
  await page.until(() => {
    const now = document.querySelector('figure[aria-busy="false"] .cells svg');
    return now && now !== before;
  });
  return (await page.painted()) - started;
}

/** The longest task of the main thread since the drop, in milliseconds; 0 where none took 50. */
export function longestTask(): number {
  const page = window as unknown as BenchWindow;
  return Math.max(0, ...page.longTasks.map(({ milliseconds }) => milliseconds));
}

/** Press Stop so many milliseconds into the reading or the building: until the page can be used again. */
export async function stopAfter([stage, after]: ['reading' | 'building', number]): Promise<number> {
  const page = window as unknown as BenchWindow;
  await page.regulars.ready;
  const use = '.mapping:not([inert]) .end button.main:not(:disabled)';
  page.drop();
  if (stage === 'building') await page.press(use);
  const stop = await page.until(() => document.querySelector<HTMLElement>('.working button'));
  await new Promise((resolve) => setTimeout(resolve, after));
  if (!stop.isConnected) throw new Error(`${stage} was over before it could be stopped`);
  const started = performance.now();
  stop.click();
  await page.until(() =>
    document.querySelector(stage === 'building' ? use : '.drop:not(.away) button:not(:disabled)'),
  );
  return (await page.painted()) - started;
}

/** One analysis through the door. */
export async function analyse([id, params]: [string, Record<string, string>]) {
  const page = window as unknown as BenchWindow;
  const started = performance.now();
  const { sql, rows } = await page.regulars.analyse(id, params);
  return { milliseconds: performance.now() - started, sql, rows: rows.length };
}
