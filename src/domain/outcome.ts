/** A result a user can cause to fail: failure is a value, not an exception. */
export type Outcome<T, E = Problem> = { ok: true; value: T } | { ok: false; error: E };

/** What went wrong with a file or a request, in words: where it is, why, and what to do next. */
export interface Problem {
  /** Stable, machine-readable name, e.g. `empty-file`. */
  code: string;
  /** Which sentence it is, and what is in it; absent where the page itself noticed what went wrong. */
  id?: string;
  values?: object;
  /** One sentence for a person. */
  message: string;
  file?: string;
  /** Line in the file, counted from 1. */
  line?: number;
  /** Column header or 1-based column number. */
  column?: string;
  /** The next step, as a sentence. */
  next?: string;
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <E = Problem>(error: E): { ok: false; error: E } => ({ ok: false, error });
