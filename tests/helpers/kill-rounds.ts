import type { Page } from 'playwright-core';
import type { Inside } from './in-page/storage-tab';
import { mortalBrowser } from './kills';
import { random } from './seeded';
import { serveStoragePage } from './storage-page';

const ACTS = ['import', 'save', 'forget', 'delete'] as const;
type Act = (typeof ACTS)[number];
/** Large enough that writing takes a while to be killed in. */
const BYTES = 3_000_000;

interface State {
  /** Name of the kept project; null where nothing is kept. */
  name: string | null;
  mark: string | null;
  hashes: number;
}

export interface KillFigures {
  kills: number;
  /** Kills that came before the act was acknowledged. */
  within: number;
  lost: string[];
  corrupt: string[];
  /** Milliseconds from the page's address to the project that opened, of each round. */
  reopening: number[];
}

const begin = (page: Page) =>
  page.evaluate(async () => {
    const inside = globalThis as unknown as Inside;
    while (!inside.Tab) await new Promise((resolve) => setTimeout(resolve, 5));
    inside.tab = new inside.Tab();
    await inside.tab.start();
    return performance.now();
  });

const act = (page: Page, what: Act, name: string, mark: string) =>
  page.evaluate(
    async ([kind, title, marked, bytes]) => {
      const { tab, projectOf } = globalThis as unknown as Inside;
      if (kind === 'import') return tab.use(title, bytes);
      if (kind === 'delete') return tab.deleteEverything();
      if (kind === 'save') return (await tab.kept.keep(await projectOf(title, bytes, marked), null)).ok;
      return tab.forget(title, bytes, {
        forgotten: { salt: 's', hashes: [marked] },
        notes: [['shop', '17']],
      });
    },
    [what, name, mark, BYTES] as const,
  );

/** Kill the browser at a random moment of an act, again and again, and look each time at what is left. */
export async function killRounds(rounds: number, seed: number): Promise<KillFigures> {
  const draw = random(seed);
  const server = await serveStoragePage();
  const browser = mortalBrowser();
  const figures: KillFigures = { kills: 0, within: 0, lost: [], corrupt: [], reopening: [] };
  let before: State = { name: null, mark: null, hashes: 0 };
  let after = before;
  let acked = true;
  const longest: Record<Act, number> = { import: 150, save: 100, forget: 150, delete: 40 };
  try {
    for (let round = 0; ; round++) {
      const page = await browser.start(server.url);
      figures.reopening.push(await begin(page));
      const { text, orphans, wrong, ...found } = await page.evaluate(() =>
        (globalThis as unknown as Inside).lookInside(),
      );
      const said = `round ${round}: ${JSON.stringify(found)}, expected ${acked ? '' : `${JSON.stringify(before)} or `}${JSON.stringify(after)}`;
      const is = ({ name, mark, hashes }: State) =>
        found.name === name && found.mark === mark && found.hashes === hashes;
      if (!is(after) && (acked || !is(before))) figures.lost.push(said);
      // Rows of who is on the list of the forgotten, and bytes that nothing names, have no place here.
      if (found.hashes > 0 && text.includes('canary')) wrong.push('rows of a customer who was forgotten');
      if (orphans > 0) wrong.push('bytes that no recipe names');
      figures.corrupt.push(...wrong.map((one) => `round ${round}: ${one}`));
      if (round === rounds) return figures;

      before = { name: found.name, mark: found.mark, hashes: found.hashes };
      const some: readonly Act[] = before.name === null || before.hashes > 0 ? ['import', 'delete'] : ACTS;
      const what = pickFrom(some, draw);
      const name =
        what === 'import' ? `canary-${round}` : what === 'forget' ? `sifted-${round}` : before.name!;
      const mark = what === 'save' || what === 'forget' ? `mark-${round}` : name;
      after =
        what === 'delete'
          ? { name: null, mark: null, hashes: 0 }
          : { name, mark: what === 'forget' ? name : mark, hashes: what === 'forget' ? 1 : before.hashes };
      // A shop that was sifted stays without its customer: the next import of this test is a shop without canaries.
      if (what === 'import' && before.hashes > 0)
        after = { ...after, name: `clean-${round}`, mark: `clean-${round}` };
      const started = performance.now();
      const done = act(page, what, after.name ?? '', mark).then(
        (is) => ((longest[what] = performance.now() - started), is),
        () => false,
      );
      const moment = new Promise<false>((resolve) =>
        setTimeout(() => resolve(false), draw() * longest[what] * 1.2),
      );
      acked = await Promise.race([done, moment]);
      await browser.kill();
      figures.kills++;
      if (!acked) figures.within++;
    }
  } finally {
    await browser.end();
    await server.close();
  }
}

const pickFrom = <T>(list: readonly T[], draw: () => number): T => list[Math.floor(draw() * list.length)]!;
