import { expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { sampleShop } from '../../src/sample/shop';
import { runnableText } from '../../workers/engine/ask/run-analysis';
import { openShop } from '../helpers/warehouse';

/**
 * No question compares long lists row by row at 100,000 lines, where a plan that suits a small shop may be
 * another.
 */

const LINES = 100_000;
/** So many pairs of rows may be compared: each line with a few thresholds, never with each day or each customer. */
const MOST_PAIRS = 10 * LINES;

const sampleOf = (lines: number) => [...sampleShop({ lines }).chunks()].join('');

interface Step {
  operator_type?: string;
  operator_cardinality?: number;
  extra_info?: { Conditions?: string | string[] };
  children?: Step[];
}

/** Operators that compare every row of one side with every row of the other, where that is more than a few pairs a line. */
function comparedRowByRow(step: Step): string[] {
  const sides = (step.children ?? []).map(({ operator_cardinality: rows = 0 }) => rows);
  const pairs = sides.length === 2 ? sides[0]! * sides[1]! : 0;
  const isByRow = /PIECEWISE|IE_JOIN|NESTED_LOOP|BLOCKWISE|CROSS_PRODUCT/.test(step.operator_type ?? '');
  const mine = isByRow && pairs > MOST_PAIRS;
  return [
    ...(mine
      ? [`${step.operator_type} of ${sides.join(' and ')} rows on ${String(step.extra_info?.Conditions)}`]
      : []),
    ...(step.children ?? []).flatMap(comparedRowByRow),
  ];
}

/** With no value for any attribute first: then their table is still empty, and the plan may be another. */
const asked = [
  ...[...analyses.values()].filter(({ params }) =>
    params.some(({ kind, ...of }) => kind === 'attribute' && !of.default),
  ),
  ...analyses.values(),
].map(({ id }) => ({ id, params: {} as Record<string, string> }));
const split = ['cohort-retention', 'cohort-value'].map((id) => ({ id, params: { cohort_by: 'channel' } }));

it(`of ${LINES} lines, no question compares two lists row by row, before and after customers can be split`, async () => {
  const text = sampleOf(LINES);
  const shop = await openShop('native', text);
  const plan = async (sql: string) => {
    const [row] = await shop.rows<{ explain_value: string }>(`explain (analyze, format json) ${sql}`);
    return JSON.parse(row!.explain_value) as Step;
  };
  const found: Record<string, string[]> = {};
  for (const { id, params } of [...asked, ...split, ...asked]) {
    const analysis = analyses.get(id)!;
    // A fit reads what `runnableText` says, and answers from what it left.
    if (!analysis.fit && !analysis.after) await shop.analyse(id, params);
    const slow = analysis.after ? [] : comparedRowByRow(await plan(runnableText(analysis, params).sql));
    if (slow.length > 0) found[`${id} ${JSON.stringify(params)}`] = slow;
  }
  expect(found).toEqual({});
});

it('is red for a comparison that a million lines would not survive', async () => {
  const shop = await openShop('native', sampleOf(20_000));
  const [row] = await shop.rows<{ explain_value: string }>(
    `explain (analyze, format json) select count(*) from customers join calendar on calendar.day >= customers.first_ordered_on`,
  );
  expect(comparedRowByRow(JSON.parse(row!.explain_value) as Step)).toEqual([
    expect.stringContaining('JOIN of'),
  ]);
});
