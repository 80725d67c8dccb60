import type { Problem } from '../domain/outcome';
import type { Question } from '../domain/evidence';
import type { Fault } from '../domain/said/problems';
import type { OpenQuestion } from '../domain/said/questions';

/** The codes a caller may branch on; a file problem carries its own code (`empty-file`, `ragged-row` …). */
export type EngineCode =
  | 'cancelled'
  | 'engine-crashed'
  | 'engine-unavailable'
  | 'out-of-memory'
  | 'needs-choice'
  | 'nothing-open'
  | 'missing-data'
  | 'bad-parameter'
  | 'unknown-analysis'
  | 'bad-sql'
  | (string & {});

/** What failed in a worker, as it crosses the wall: plain fields and no sentence. */
export type EngineFaultFields = Fault & { sql?: string; position?: number; questions?: OpenQuestion[] };

/** Thrown on the workers' side of the wall. Its message is for whoever debugs them; `told.ts` makes an EngineError of it. */
export class EngineFault extends Error {
  readonly fields: EngineFaultFields;

  constructor(fields: EngineFaultFields) {
    super(`${fields.id} ${JSON.stringify(fields.values)}`);
    this.name = 'EngineFault';
    this.fields = fields;
  }
}

/** What failed, in words. */
export interface EngineErrorFields extends Problem {
  code: EngineCode;
  /** The SQL that failed, and where in it (0-based offset). */
  sql?: string;
  position?: number;
  questions?: Question[];
}

export class EngineError extends Error implements EngineErrorFields {
  declare code: EngineCode;
  declare id?: string;
  declare values?: object;
  declare file?: string;
  declare line?: number;
  declare column?: string;
  declare next?: string;
  declare sql?: string;
  declare position?: number;
  declare questions?: Question[];

  /** Kept apart from the error: a browser may write a `line` and a `column` of our script on any Error. */
  readonly #told: EngineErrorFields;

  constructor(fields: EngineErrorFields) {
    super(fields.message);
    this.name = 'EngineError';
    const { code, id, values, message, file, line, column, next, sql, position, questions } = fields;
    const all = { code, id, values, message, file, line, column, next, sql, position, questions };
    this.#told = Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined),
    ) as unknown as EngineErrorFields;
    Object.assign(this, { line: undefined, column: undefined }, this.#told);
  }

  /** The fields alone, to be posted to another thread. */
  fields(): EngineErrorFields {
    return { ...this.#told };
  }
}
