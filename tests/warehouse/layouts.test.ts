import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { confirmedChoices } from '../../src/pages/data/mapping/mapping-rows';
import { isWhole } from '../helpers/counts';
import { dataFile, describeWithData } from '../helpers/data';
import { salesByCustomer, summaryByCustomer } from '../helpers/layouts/quickbooks';
import { dates } from '../helpers/layouts/formats';
import { fileOf, shopFor, truthOf, type Platform, type Truth } from '../helpers/layouts/render';
import { described, type Described } from '../helpers/layouts/specs';
import { openShop } from '../helpers/warehouse';

/** Layouts of which the generic path, without any known export, tells the same figures to the cent. May only rise. */
const RIGHT_WITHOUT_PROFILES = 32;

interface Verdict {
  entry: Described;
  layout: string;
  with: string;
  without: string;
}

const nameOf = (platform: Platform, rest: Described) =>
  `${platform.platform}: ${platform.export}${'variant' in rest && rest.variant ? ` (${rest.variant})` : ''}`;

function textOf(platform: Platform, entry: Described) {
  const orders = shopFor(platform, entry.spec);
  const isQuickBooks = platform.platform.startsWith('QuickBooks');
  if (isQuickBooks && 'cannot' in entry) return { text: summaryByCustomer(orders), orders };
  if (isQuickBooks) return { text: salesByCustomer(orders, platform.headers), orders };
  return { text: fileOf(platform, entry.spec, orders), orders };
}

const inUnits = (truth: Truth, unit: number): Truth => ({
  all: { ...truth.all, sales: truth.all.sales / unit },
  identified: {
    ...truth.identified,
    sales: truth.identified.sales / unit,
    refunds: truth.identified.refunds / unit,
    net: truth.identified.net / unit,
  },
  anonymous: { ...truth.anonymous, sales: truth.anonymous.sales / unit },
});

/** What differs, without the figures. */
const inShort = (verdict: string) =>
  verdict
    .replace(/(all|identified|anonymous) (\w+) -?[\d.]+ for -?[\d.]+/g, '$2')
    .split(', ')
    .filter((part, i, parts) => parts.indexOf(part) === i)
    .join(', ');

/** "right", or what differs. */
async function verdictOn(
  platform: Platform,
  entry: Described,
  choices: Choices,
  isConfirmed = false,
): Promise<string> {
  const { text, orders } = textOf(platform, entry);
  const name = `export.${platform.delimiter === '\t' ? 'txt' : 'csv'}`;
  try {
    const { report, inspection } = await openShop('native', new File([text], name), choices);
    if (isConfirmed) {
      const again = await openShop('native', new File([text], name), confirmedChoices(choices, inspection));
      expect(again.report.identified).toEqual(report.identified);
      expect(again.report.all).toEqual(report.all);
    }
    if ('cannot' in entry) return 'taken for sales';
    const truth = inUnits(truthOf(orders, entry.spec), entry.spec.step === 1000 ? 1 : 100);
    const { all, identified, anonymous } = report;
    const found = { all, identified, anonymous };
    const differ = (Object.keys(truth) as (keyof Truth)[]).flatMap((part) =>
      Object.entries(truth[part]).flatMap(([figure, wanted]) => {
        const got = (found[part] as Record<string, number>)[figure]!;
        return got === wanted ? [] : [`${part} ${figure} ${got} for ${wanted}`];
      }),
    );
    return differ.length === 0 ? 'right' : differ.join(', ');
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if ('cannot' in entry)
      return entry.cannot.test(error.message) && error.next ? 'refused' : `refused: ${error.message}`;
    return `${error.code}: ${error.message}`;
  }
}

describeWithData('the export layouts of sales platforms, as files of a shop that is known', () => {
  const { platforms } = JSON.parse(readFileSync(dataFile('headers', 'platforms.json'), 'utf8')) as {
    platforms: Platform[];
  };
  const matched = platforms.map((platform) =>
    described.filter(({ of }) => {
      const [name = '', kind = ''] = of.split('|');
      return (
        platform.platform.startsWith(name) &&
        platform.export.startsWith(kind) &&
        (!of.includes('|') || platform.platform === name)
      );
    }),
  );
  const verdicts: Verdict[] = [];

  it('each layout of the data folder has a shop written in it', () => {
    expect(platforms).toHaveLength(46);
    expect(matched.filter((entries) => entries.length === 0)).toEqual([]);
    expect(matched.flat()).toHaveLength(described.length);
  });

  it.each(
    platforms.map((platform, i) => ({ name: `${platform.platform}: ${platform.export}`, platform, i })),
  )(
    '$name: orders, customers, sales, refunds and net are those of the shop, or the refusal is right',
    async ({ platform, i }) => {
      for (const entry of matched[i]!) {
        const known = await verdictOn(platform, entry, { history: 'complete' }, true);
        const unknown = await verdictOn(platform, entry, { history: 'complete', profile: 'none' }, isWhole);
        if (process.env.LAYOUTS) console.info(`${nameOf(platform, entry)}: ${unknown}`);
        verdicts.push({
          entry,
          layout: nameOf(platform, entry),
          with: inShort(known),
          without: inShort(unknown),
        });
      }
      expect(verdicts.slice(-matched[i]!.length).map((one) => one.with)).toEqual(
        matched[i]!.map((entry) => ('cannot' in entry ? 'refused' : 'right')),
      );
    },
  );

  it('columns are found by name: in another order and with columns that nobody described all is the same', async () => {
    const wrong: string[] = [];
    for (const [i, platform] of platforms.entries()) {
      // The groups of QuickBooks' report stand in its first column, wherever that is from.
      if (platform.platform.startsWith('QuickBooks')) continue;
      const headers = ['Note of ours', ...[...platform.headers].reverse(), 'Flag of ours'];
      // One grain of each will do: the others are read by the same rules.
      for (const entry of matched[i]!.slice(0, 1)) {
        const verdict = await verdictOn({ ...platform, headers }, entry, { history: 'complete' });
        if (verdict !== ('cannot' in entry ? 'refused' : 'right'))
          wrong.push(`${nameOf(platform, entry)}: ${verdict}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('without known exports at least as many are right as before', () => {
    const right = platforms.filter((_, i) =>
      matched[i]!.every((entry) => {
        const without = verdicts.find(({ entry: one }) => one === entry)?.without ?? '';
        return without === ('cannot' in entry ? 'refused' : 'right');
      }),
    );
    expect(right.length).toBeGreaterThanOrEqual(RIGHT_WITHOUT_PROFILES);
  });

  it('the table of results is the one in layouts.md', async () => {
    const rows = verdicts.map(({ layout, with: known, without }) => `| ${layout} | ${known} | ${without} |`);
    const counts = (side: 'with' | 'without') =>
      verdicts.filter((one) => /^(right|refused)$/.test(one[side])).length;
    const text = [
      '# Export layouts, counted from generated files of a known shop',
      '',
      'Written by `layouts.test.ts`: right means orders, customers, sales, refunds and net to the cent; what differs is',
      'named. Refused: the layout cannot hold sales, and the reason says so. The last column is the same file read by its',
      'headers and values alone.',
      '',
      '| layout | as a known export | without known exports |',
      '|---|---|---|',
      ...rows,
      `| files of ${verdicts.length} | ${counts('with')} | ${counts('without')} |`,
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot('./layouts.md');
  });
});

describe('the generator', () => {
  // counting.md takes the shop's zone from the offsets, so that they have to be those of a place on each day.
  it('writes the offsets that New York and Los Angeles keep', () => {
    const days = Array.from({ length: 730 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)));
    const kept = (zone: string, at: Date) =>
      new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
        .formatToParts(at)
        .find(({ type }) => type === 'timeZoneName')!
        .value.replace('GMT', '');
    const wrong = days.flatMap((day) => {
      const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
      const moment = { year, month, day: date, hour: 12, minute: 0, second: 0 };
      const noon = new Date(Date.UTC(year, month - 1, date, 18));
      const east = dates.spacedOffset(moment).slice(-5) === kept('America/New_York', noon).replace(':', '');
      return east && dates.isoOffset(moment).endsWith(kept('America/Los_Angeles', noon)) ? [] : [day];
    });
    expect(wrong).toEqual([]);
  });

  it('knows nothing of the known exports', () => {
    for (const part of ['shop', 'formats', 'filler', 'render', 'specs', 'quickbooks'])
      expect(readFileSync(`tests/helpers/layouts/${part}.ts`, 'utf8')).not.toMatch(/src\/ingest/);
  });
});
