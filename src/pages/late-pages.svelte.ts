import { decoder } from '../state/decoded';
import { spoken } from '../state/spoken.svelte';

/** A page of the app that is loaded with its first use, or ahead of it. */
export class LatePage<Page> {
  page = $state.raw<Page | null>(null);
  isMissing = $state(false);
  #asked: Promise<void> | null = null;

  constructor(readonly from: () => Promise<{ default: Page }>) {}

  /** What did not arrive is asked for again the next time. */
  load(): Promise<void> {
    this.#asked ??= this.from().then(
      ({ default: page }) => {
        this.page = page;
        this.isMissing = false;
      },
      () => {
        this.isMissing = true;
        this.#asked = null;
      },
    );
    return this.#asked;
  }
}

/** A page that says what analyses and methods say waits for their words too. */
const withWords =
  <Page>(from: () => Promise<Page>) =>
  async (): Promise<Page> =>
    (await Promise.all([from(), spoken.load()]))[0];

/** Everything that nobody sees before a file is open, but for the explanation of the promise: that is there at once. */
export const latePages = {
  mapping: new LatePage(() => import('./data/mapping/Mapping.svelte')),
  home: new LatePage(() => import('./home/Home.svelte')),
  report: new LatePage(() => import('./data/report/Report.svelte')),
  analysis: new LatePage(withWords(() => import('./AnalysisPage.svelte'))),
  customer: new LatePage(withWords(() => import('./customers/Customer.svelte'))),
  sql: new LatePage(() => import('./sql/Sql.svelte')),
  palette: new LatePage(withWords(() => import('./palette/Palette.svelte'))),
  how: new LatePage(withWords(() => import('./how/HowPage.svelte'))),
};

/** While a file is read: what its mapping, its report and its first picture need. What fails here is said where it is used. */
export function loadAhead(): void {
  const { mapping, home, report, analysis, palette } = latePages;
  for (const page of [mapping, home, report, analysis, palette]) void page.load();
  for (const part of [spoken.load(), decoder(), import('../charts/plot')]) part.catch(() => undefined);
}
