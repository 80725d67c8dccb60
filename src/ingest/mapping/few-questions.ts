import type { Choices } from '../../domain/choices';
import type { OpenQuestion } from '../../domain/said/questions';

/** More at once, and a person stops reading. */
export const MOST_QUESTIONS = 3;

/** What holds of a question that is not asked. */
const WITHOUT_ASKING: Partial<Record<OpenQuestion['id'], string>> = {
  status: 'counts',
  sentinel_dates: 'drop',
  phone_prefix: '',
  zone: '',
};

/** What is done where this question is not answered; null where nothing can be done without an answer. '' leaves values as they are written. */
export const answerUnasked = ({ id }: Pick<OpenQuestion, 'id'>): string | null => WITHOUT_ASKING[id] ?? null;

/**
 * At most three questions: those that cannot go without an answer, then the others in their order. What is left holds its usual answer, is shown
 * with it and can be changed.
 */
export function fewQuestions(
  all: readonly OpenQuestion[],
  choices: Choices,
): {
  asked: OpenQuestion[];
  assumed: OpenQuestion[];
} {
  const asked = all.filter((one) => answerUnasked(one) === null);
  const soft = all.filter((one) => answerUnasked(one) !== null);
  const room = Math.max(0, MOST_QUESTIONS - asked.length - answersIn(choices));
  const kept = new Set([...asked, ...soft.slice(0, room)]);
  return { asked: all.filter((one) => kept.has(one)), assumed: soft.slice(room) };
}

/** Questions that these choices have answered: one that was answered makes no room for another. */
function answersIn({ statuses, rules, identity, ...one }: Choices): number {
  const single = ['date_order', 'decimal', 'credit', 'zone', 'year', 'swapped_dates', 'currency'] as const;
  return (
    single.filter((key) => one[key] !== undefined).length +
    Object.keys(statuses ?? {}).length +
    (rules?.sentinel_date === undefined ? 0 : 1) +
    (identity?.phone_prefix === undefined ? 0 : 1)
  );
}
