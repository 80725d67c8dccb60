import { describe, expect, it } from 'vitest';
import type { ClvReport, ModelId } from '../../src/analyses/clv/report';
import { rhythmShop, type RhythmShop } from '../helpers/rhythm-shop';
import { openShop } from '../helpers/warehouse';

const REGULAR: RhythmShop = {
  ...{ k: 2, people: 3000, theta: [3, 60, 0.5, 4], arriving: 400, days: 720, seed: 11 },
};

describe('a shop whose customers buy with a rhythm, gaps of two stages', () => {
  it('is seen to, and told better by 5 % of what is missed of a customer than by a model of random buying', async () => {
    const shop = await openShop('native', rhythmShop(REGULAR), { history: 'complete' });
    const report = (await shop.analyse('clv')).provenance.fit as ClvReport;
    expect(report).toMatchObject({ model: 'mbg-cnbd-k', regularity: { k: 2 }, hidden: null });
    expect(report.parameters).toMatchObject({ k: 2 });
    const missed = (id: ModelId) =>
      report.candidates.find(({ model }) => model === id)!.backtest!.mean_absolute_error;
    expect(missed('mbg-cnbd-k')).toBeLessThan(0.95 * missed('mbg-nbd'));
    expect(report.backtest!.mean_absolute_error).toBe(missed('mbg-cnbd-k'));
  });
});
