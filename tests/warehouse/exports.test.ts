import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/engine/errors';
import { KNOWN, recognise } from '../../src/ingest/profiles/known';
import { EXAMPLES } from '../helpers/exports/all';
import { headersOf, textOf, type Example, type Figures } from '../helpers/exports/example';
import { openShop, type EngineName } from '../helpers/warehouse';

/**
 * A small file of each known export, written by hand, is read to the figures that its columns mean, and none
 * takes the file of another.
 */

const profileOf = ({ id }: Example) => KNOWN.find((one) => one.id === id);

/** What an engine makes of an example: its figures, or what it said instead. */
async function read(engine: EngineName, example: Example, profile?: 'none'): Promise<Figures | string> {
  const file = new File([textOf(example)], example.delimiter === '\t' ? 'export.txt' : 'export.csv');
  try {
    const { report, inspection } = await openShop(engine, file, {
      history: 'complete',
      ...(profile ? { profile } : {}),
    });
    if (!profile && inspection.proposal.profile?.id !== example.id)
      return `taken for ${inspection.proposal.profile?.id ?? 'no known export'}`;
    const sales = Number(report.all.sales);
    return {
      orders: report.all.orders,
      customers: report.identified.customers,
      sales,
      refunds: Math.round((sales - Number(report.net)) * 100) / 100,
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return error.code === 'not-sales' && error.next ? 'refused' : `${error.code}: ${error.message}`;
  }
}

/** "right", or what differs. */
const verdict = (got: Figures | string, { right }: Example): string => {
  if (typeof got === 'string') return got === right ? 'right' : got;
  if (typeof right === 'string') return 'taken for sales';
  const wrong = (Object.keys(right) as (keyof Figures)[]).filter(
    (name) => Math.abs(got[name] - right[name]) > 0.004,
  );
  return wrong.length === 0 ? 'right' : wrong.join(', ');
};

describe('examples of known exports, written by hand with the figures that their columns mean', () => {
  const without = new Map<string, string>();

  it.each(EXAMPLES)('$id: orders, customers, sales and refunds are right', async (example) => {
    without.set(example.id, verdict(await read('native', example, 'none'), example));
    expect(await read('native', example)).toEqual(example.right);
  });

  it('the table of them is the one in exports.md', async () => {
    const rows = EXAMPLES.map((example) => {
      const { name = '', seen = '' } = profileOf(example) ?? {};
      return `| ${name} | ${seen} | ${example.seen.replaceAll('|', '\\|')} | ${without.get(example.id) ?? ''} |`;
    });
    const text = [
      '# Known exports with an example written by hand',
      '',
      'Written by `exports.test.ts`. Each is read to the figures that its columns mean. `importer`: its columns were seen in public',
      'programs that read or write it, found by their text in an index that names no repository where none is named here;',
      '`memory`: nobody here has seen them, which the mapping page says. The last column is the same file read by its headers and',
      'values alone.',
      '',
      '| export | known from | where | without known exports |',
      '|---|---|---|---|',
      ...rows,
      `| ${rows.length} | | | ${[...without.values()].filter((one) => one === 'right').length} right |`,
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot('./exports.md');
  });
});

describe('no known export takes the file of another', () => {
  it.each(EXAMPLES)('$id is told by its own headers, in any order and with others beside them', (example) => {
    const headers = headersOf(example);
    expect(recognise(headers)?.id).toBe(example.id);
    expect(recognise(['Note of ours', ...[...headers].reverse(), 'Flag of ours'])?.id).toBe(example.id);
  });

  it('the names of each known export lead to itself alone', () => {
    const wrong = KNOWN.filter(({ columns }) => columns === undefined).flatMap((one) => {
      const names = Object.values(one.fields).flatMap((of) => of.slice(0, 1));
      const found = recognise([...new Set([...one.fingerprint, ...names])]);
      return found?.id === one.id ? [] : [`${one.id} is taken for ${found?.id}`];
    });
    expect(wrong).toEqual([]);
  });

  it('each example is of a known export of its own', () => {
    expect(EXAMPLES.filter((one) => !profileOf(one))).toEqual([]);
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
    expect(KNOWN.length).toBeGreaterThanOrEqual(90);
  });

  it('what is known from memory alone is said to be, beside the example and on the mapping page', () => {
    const wrong = EXAMPLES.filter((one) => /^memory/.test(one.seen) !== (profileOf(one)?.seen === 'memory'));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe("in the page's own engine", () => {
  const SOME = [
    'shopee-taiwan',
    'naver-smartstore',
    'tiendanube-sales',
    'xero-invoices',
    'bigcommerce-orders',
  ];

  it.each(EXAMPLES.filter(({ id }) => SOME.includes(id)))('$id is the same', async (example) => {
    expect(await read('wasm', example)).toEqual(example.right);
  });
});
