import type { Problem } from '../domain/outcome';
import { EngineError } from '../engine/errors';

/** What is shown of an error; null where a person has stopped the work. */
export function asProblem(error: unknown): Problem | null {
  if (error instanceof EngineError) return error.code === 'cancelled' ? null : error.fields();
  return { code: 'failed', message: error instanceof Error ? error.message : String(error) };
}
