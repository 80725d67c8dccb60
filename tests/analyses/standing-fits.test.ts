import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decode } from '../../src/engine/decode';
import type { AnalysisParams } from '../../src/engine/call-contract';
import type { Models } from '../../src/engine/model-contract';
import { sampleShop } from '../../src/sample/shop';
import { askAnalysis, type StandingFits } from '../../src/state/ask';
import { modelsInNode, never, openShop, type OpenShop } from '../helpers/warehouse';

let shop: OpenShop;
let standing: StandingFits;
let fits: string[];
const counting: Models = {
  fit: (signal, id, ipc, params) => {
    fits.push(id);
    return modelsInNode.fit(signal, id, ipc, params);
  },
};
const ask = async (id: string, params: AnalysisParams = {}) =>
  decode(await askAnalysis(shop.api, counting, never, id, params, standing));

beforeAll(async () => {
  shop = await openShop('native', [...sampleShop({ lines: 8000 }).chunks()].join(''), {
    history: 'complete',
  });
});
beforeEach(() => {
  standing = new Map();
  fits = [];
});

describe('a fit that stands in the tables', () => {
  it('is made once for all questions that rest on it, which answer as after a fit of their own', async () => {
    const before = await ask('clv');
    const by = await ask('clv-by', { grain: 'year' });
    const hour = await ask('next-hour');
    expect(fits).toEqual(['clv']);
    standing = new Map();
    expect((await ask('clv-by', { grain: 'year' })).rows).toEqual(by.rows);
    standing = new Map();
    expect((await ask('next-hour')).rows).toEqual(hour.rows);
    expect(by.provenance.fit).toEqual(before.provenance.fit);
    expect(fits).toEqual(['clv', 'clv', 'clv']);
    expect(by.rows.length).toBeGreaterThan(2);
  });

  it('said with its defaults is the same, and with any other parameter another', async () => {
    await ask('clv');
    await ask('clv', { horizon_days: 365, margin: 1 });
    expect(fits).toHaveLength(1);
    await ask('clv', { margin: 0.5 });
    await ask('clv-by', { margin: 0.5, customers_who: { channel: ['Web'] } });
    await ask('clv-by', { margin: 0.5, as_of: '2024-06-30' });
    expect(fits).toHaveLength(4);
  });

  it('is made again where the one after it could not be kept', async () => {
    const first = await ask('clv');
    const fails = { ...shop.api, keepFitted: () => Promise.reject(new Error('stopped')) };
    await expect(askAnalysis(fails, counting, never, 'clv', { margin: 0.5 }, standing)).rejects.toThrow(
      'stopped',
    );
    expect((await ask('clv')).rows).toEqual(first.rows);
    expect(fits).toHaveLength(3);
  });
});
