import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { isWhole } from '../helpers/counts';
import { dataFile, describeWithData } from '../helpers/data';
import { openShop } from '../helpers/warehouse';

/** Whose computer asks changes no figure: every question of the registry, in zones on both sides of the date line and by clocks that are wrong. */
const ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati'].concat(
  isWhole ? ['Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Pacific/Niue'] : [],
);
const twelve = readFileSync(new URL('../fixtures/twelve-customers/orders.csv', import.meta.url), 'utf8');
const zone = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** Report and answers, without what is measured or made anew each time. */
async function everything(source: string | { path: string }): Promise<string> {
  const shop = await openShop('native', source, { history: 'complete' });
  const { all, identified, anonymous, set_aside, facts, from, to, as_of } = shop.report;
  // How old the file is by now is all that the clock may say.
  const said = facts.filter(({ id }) => id !== 'old_file');
  const answers: unknown[] = [{ all, identified, anonymous, set_aside, said, from, to, as_of }];
  for (const { id, fit, after } of analyses.values()) {
    if (fit || after) continue;
    const answer = await shop.analyse(id).then(
      ({ rows }) => rows,
      (error: unknown) => String(error),
    );
    answers.push([id, answer]);
  }
  return JSON.stringify(answers);
}

it('in any time zone all answers are the same', async () => {
  process.env.TZ = 'UTC';
  const wanted = await everything(twelve);
  for (const viewers of ZONES) {
    process.env.TZ = viewers;
    expect(new Date(2024, 0, 1).getTimezoneOffset(), viewers).not.toBe(0);
    expect((await everything(twelve)) === wanted, viewers).toBe(true);
  }
});

it('years ahead, or on the last day of the file, all answers are the same', async () => {
  const wanted = await everything(twelve);
  for (const now of ['2031-06-15T12:00:00Z', '2025-12-31T23:59:59Z']) {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    expect((await everything(twelve)) === wanted, now).toBe(true);
  }
});

describeWithData('times with offsets', () => {
  it('are the wall clock of the shop, whoever looks', async () => {
    const source = { path: dataFile('edge/e5_zones.csv') };
    process.env.TZ = 'UTC';
    const wanted = await everything(source);
    for (const viewers of ZONES) {
      process.env.TZ = viewers;
      expect((await everything(source)) === wanted, viewers).toBe(true);
    }
  });
});
