import { expect, test } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { describeWithData } from '../helpers/data';
import { differences, strangers, told, type Stranger } from '../helpers/strangers';

/** Where the truth lets a file be asked about, or wants it refused: the question and the right answer to it, or the code. */
const ALLOWED: Record<string, { asks: string; answers: Choices } | { refuses: string }> = {
  'cases/52-mixed-signs': { asks: 'currency', answers: { currency: 'USD' } },
  'owners/05_day_month_text.csv': { asks: 'year', answers: { year: 2025 } },
  'cases/17-half-swapped-dates': { asks: 'swapped_dates', answers: { swapped_dates: 'swap' } },
  'cases/22-customers-only': { refuses: 'not-sales' },
};

/** What is wrong with what became of a file, or null. */
async function wrongWith(stranger: Stranger): Promise<string | null> {
  const allowed = ALLOWED[stranger.id];
  const first = await told('native', stranger);
  if (first.kind === 'refused')
    return allowed && 'refuses' in allowed && allowed.refuses === first.code
      ? null
      : `refused: ${first.code} ${first.message}`;
  if (first.kind === 'read') return differences(first.figures, stranger.want).join('; ') || null;
  if (!allowed || !('asks' in allowed) || !first.questions.some(({ id }) => id === allowed.asks))
    return `asked: ${first.questions.map(({ id, question }) => `${id} ${question}`).join(' ')}`;
  const then = await told('native', stranger, allowed.answers);
  if (then.kind !== 'read') return `after its answer: ${then.message}`;
  return differences(then.figures, stranger.want).join('; ') || null;
}

describeWithData('files that nobody here had seen', () => {
  const all = strangers().filter(({ id }) => id.includes(process.env.ONLY ?? ''));
  test.each(all)('$id', async (stranger) => {
    const wrong = await wrongWith(stranger);
    if (process.env.ONLY) console.log(JSON.stringify(await told('native', stranger), null, 1));
    expect(wrong).toBeNull();
  });
});
