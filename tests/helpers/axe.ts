import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * What axe cannot decide by itself and a person has looked at: the rule, what the element's selector holds, and why
 * it is right. Anything undecided that is not here counts as a failure.
 */
const REVIEWED: { rule: string; target: RegExp; said: RegExp; because: string }[] = [
  {
    rule: 'color-contrast',
    target: /\.regulars-plot|svg|text|\.quiet|\.end/,
    said: /image node|overlapped|background/,
    because:
      'figures of a picture: tests/charts/contrast.test.ts computes every ink on every fill of the theme',
  },
  {
    rule: 'color-contrast',
    target: /bdi|th|td|button|label|select|tr/,
    said: /partially obscured|overlapped by another element/,
    because:
      'a cell half under the edge of its scrolling table, or under what sticks to an edge: the same cell in sight is decided',
  },
  {
    rule: 'color-contrast',
    target: /^a\[href\$="#\/\w+\/[\w-]+"\]$/,
    said: /partially obscured/,
    because: 'a tab beyond the edge of a row that is swiped: the same tabs in a wide window are decided',
  },
  {
    rule: 'color-contrast',
    target: /\.told/,
    said: /partially overlaps other elements/,
    because:
      'sentences of several lines in a dialog: ink on paper, as tests/charts/contrast.test.ts computes it',
  },
  {
    rule: 'color-contrast',
    target: /./,
    said: /too short to determine if it is actual text/,
    because: 'a figure of one digit: it has the colours of the longer ones beside it, which are decided',
  },
  {
    rule: 'th-has-data-cells',
    target: /table/,
    said: /missing or empty/,
    because:
      'the heading of a group of rows stands alone in its row (scope=rowgroup); its cells are in the rows below',
  },
  {
    rule: 'heading-order',
    target: /h[12]/,
    said: /Unable to determine previous heading/,
    because: 'axe loses the heading when the page changes while it looks; the first page at rest is decided',
  },
];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Found = Pick<AxeResults, 'violations' | 'incomplete'>;

/** Only what is told is made into an answer: an answer of all that is right costs as much as looking. */
async function analyze(page: Page): Promise<Found> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations, incomplete } = await axe.run({ runOnly, resultTypes: ['violations', 'incomplete'] });
    return { violations, incomplete };
  }, RULES);
}

/** Everything axe finds wrong, or cannot decide and nobody has reviewed, as "state: rule at selector (why)". */
export async function axeFindings(page: Page, state: string): Promise<string[]> {
  expect(page.frames().length, 'axe looks into no frame').toBe(1);
  const { violations, incomplete } = await analyze(page);
  const undecided = incomplete.flatMap((result) => ({
    ...result,
    nodes: result.nodes.filter(
      ({ target, failureSummary = '' }) =>
        !REVIEWED.some(
          ({ rule, target: known, said }) =>
            rule === result.id && known.test(target.join(' ')) && said.test(failureSummary),
        ),
    ),
  }));
  const told = (kind: string, results: typeof violations) =>
    results.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) =>
          `${state}: ${kind}${id} at ${target.join(' ')} (${failureSummary.split('\n')[1]?.trim() ?? ''})`,
      ),
    );
  return [...told('', violations), ...told('undecided ', undecided)];
}
