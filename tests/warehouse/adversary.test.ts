import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Opener } from '../helpers/adversary/engine';
import type { Verdict } from '../helpers/adversary/judge';
import { OFF, without } from '../helpers/adversary/off';
import {
  inWords,
  isFault,
  ofRule,
  questionsOf,
  runShops,
  seedsFrom,
  tableOf,
} from '../helpers/adversary/run';
import { RULES } from '../helpers/adversary/write';
import { countOf, isWhole } from '../helpers/counts';

/**
 * A shop written to be misread is right, asked and right after the answer, or refused as it has to be
 * (`helpers/adversary/README.md`).
 */

const SHOPS = countOf({ short: 100, whole: 2000 });
/** Rows of the largest shop. */
const MOST = countOf({ short: 300, whole: 20_000 });
const IN_BATCH = 50;
/** Part of them, while working: `ADVERSARY_FROM=100 ADVERSARY_TO=150`. */
const from = Number(process.env.ADVERSARY_FROM ?? 0);
const to = Number(process.env.ADVERSARY_TO ?? SHOPS);

/** Of 2,000 shops at most so many may be read wrong without a word. */
const SILENT = isWhole ? 4 : 0;
/** Of each rule at least so many. */
const OF_EACH_RULE = isWhole ? 100 : 4;

const found: Verdict[] = [];
let opener: Opener;
beforeAll(async () => {
  opener = await Opener.start();
});
afterAll(() => {
  opener.close();
  if (isWhole) console.log(tableOf(found));
});

describe('shops written to be misread', () => {
  const batches = Array.from({ length: Math.ceil((to - from) / IN_BATCH) }, (_, i) => from + i * IN_BATCH);
  it.each(batches)(
    'from %i on: each is right, or asked and right after it, or refused as it has to be',
    async (first) => {
      const verdicts = await runShops(opener, seedsFrom(first, Math.min(IN_BATCH, to - first)), {
        most: MOST,
      });
      found.push(...verdicts);
      const faults = verdicts.filter(isFault);
      if (isWhole) for (const fault of faults) console.log(inWords(fault));
      else expect(faults.map(inWords)).toEqual([]);
    },
  );

  describe.skipIf(to - from < SHOPS)('all in all', () => {
    it('are read wrong without a word at most twice in a thousand', () => {
      expect(found.filter(({ outcome }) => outcome === 'silent').length).toBeLessThanOrEqual(SILENT);
    });

    it('are asked about at most once on average', () => {
      expect(questionsOf(found)).toBeLessThanOrEqual(SHOPS);
    });

    it('hold each rule often enough', () => {
      const seldom = RULES.filter((rule) => ofRule(found, rule).length < OF_EACH_RULE);
      expect(seldom).toEqual([]);
      expect(RULES).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
    });
  });
});

/** All rules have their turn in `npm run soak -- adversary`. */
describe('with a rule taken away', () => {
  it.each(OFF.filter(({ rule }) => rule === 8 || rule === 12))(
    'shops of rule $rule come out wrong: $about',
    async (off) => {
      const faults = await without(off, async (fresh) => {
        const without = await fresh.Opener.start();
        const verdicts = await fresh.runShops(without, fresh.seedsFrom(50_000, 6), {
          most: 60,
          rule: off.rule,
        });
        without.close();
        return verdicts.filter(fresh.isFault).length;
      });
      expect(faults).toBeGreaterThan(0);
    },
  );
});
