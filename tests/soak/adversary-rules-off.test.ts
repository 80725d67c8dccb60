import { describe, expect, it } from 'vitest';
import { OFF, without } from '../helpers/adversary/off';

/** With a rule of the reader taken away more shops come out wrong. `RULE`, `SHOPS` and `SEED` choose. */

const SHOPS = Number(process.env.SHOPS ?? 30);
const FIRST = Number(process.env.SEED ?? 50_000);

describe('with a rule taken away', () => {
  it.each(OFF.filter(({ rule }) => !process.env.RULE || Number(process.env.RULE) === rule))(
    'more shops of rule $rule come out wrong: $about',
    async (off) => {
      const faults = (taken: typeof off | null) =>
        without(taken, async ({ Opener, isFault, runShops, seedsFrom }) => {
          const opener = await Opener.start();
          try {
            const found = await runShops(opener, seedsFrom(FIRST, SHOPS), { most: 200, rule: off.rule });
            return found.filter(isFault).length;
          } finally {
            opener.close();
          }
        });
      const [whole, missing] = [await faults(null), await faults(off)];
      console.log(`rule ${off.rule}, ${off.about}: ${whole} of ${SHOPS} wrong with it, ${missing} without`);
      expect(missing).toBeGreaterThan(whole);
    },
  );
});
