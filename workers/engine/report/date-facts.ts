import type { Fact } from '../../../src/domain/facts';
import type { Reading } from '../reading/reading';

/** What the report says of how dates were completed: nothing of it stands in the file. */
export function dateFacts({ positions, dates }: Pick<Reading, 'positions' | 'dates'>): Fact[] {
  const how = dates[positions.date ?? -1];
  const found: Fact[] = [];
  if (how?.lacks === 'day') found.push({ id: 'months_only', values: {} });
  if (how?.eras?.includes('buddhist_short')) found.push({ id: 'thai_years', values: {} });
  if (how?.year) {
    const { first, turns } = how.year;
    const [turn] = turns;
    const row = turn ? turn[0] + 1 : '';
    found.push({
      id: 'year_of_dates',
      values: { year: String(first ?? ''), last: String(turns.at(-1)?.[1] ?? first ?? ''), row },
    });
  }
  return found;
}
