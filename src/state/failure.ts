import type { NamedInstead } from '../domain/said/engine-problems';
import type { EngineError } from '../engine/errors';
import { mendsOf, type Mend } from './mends';
import { piecesOf } from './sql-text';

/** What is wrong in a person's own text, and where. */
export interface Failure {
  text: string;
  message: string;
  from: number;
  to: number;
  mends: Mend[];
}

const insteadOf = ({ values }: EngineError): NamedInstead | null =>
  (values as { instead?: NamedInstead | null } | undefined)?.instead ?? null;

/** Null where nobody knows the place. `start` is where in the text the part begins that ran. */
export function failureOf(error: EngineError, text: string, part = text, start = 0): Failure | null {
  const instead = insteadOf(error);
  const mends = instead ? mendsOf(part, instead, error.position) : [];
  const at = mends[0]?.from ?? error.position;
  if (at === undefined) return null;
  // At the end of the text there is nothing to mark but its last character.
  const from = Math.min(at, Math.max(0, part.length - 1));
  const piece = piecesOf(part).find((one) => one.from <= from && from < one.to);
  const moved = mends.map((one) => ({ ...one, from: one.from + start, to: one.to + start }));
  const to = piece && piece.kind !== 'comment' ? piece.to : from + 1;
  return { text, message: error.message, from: start + from, to: start + to, mends: moved };
}
