import type { Problem } from '../domain/outcome';
import type { Question } from '../domain/evidence';
import { EngineError, type EngineErrorFields } from '../engine/errors';

/** What is shown of an error; null where a person has stopped the work. */
export function asProblem(error: unknown): Problem | null {
  if (error instanceof EngineError) return error.code === 'cancelled' ? null : error.fields();
  return { code: 'failed', message: error instanceof Error ? error.message : String(error) };
}

/** Whether a problem is this question to a person. */
export const asksFor = (problem: Problem | null, id: Question['id']): boolean =>
  problem !== null &&
  (problem as EngineErrorFields).questions?.some((question) => question.id === id) === true;
