import type { ParamSpec } from '../analyses/define';
import type { ResultTable } from '../domain/table';
import type { AnalysisParams } from '../engine/call-contract';

/** The largest answers are a few MB each. */
const MOST_KEPT = 24;
const MOST_OPTIONS = 5;

const keyOf = (id: string, params: AnalysisParams): string =>
  JSON.stringify([id, ...Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** One control changed at a time, those that come soonest to a hand. */
export const neighbours = (params: AnalysisParams, specs: readonly ParamSpec[]): AnalysisParams[] =>
  specs.flatMap((spec) =>
    spec.kind === 'choice' && spec.options.length <= MOST_OPTIONS
      ? spec.options
          .filter((option) => option !== params[spec.name] && option !== 'day')
          .map((option) => ({ ...params, [spec.name]: option }))
      : [],
  );

/**
 * Answers as they were given, by what was asked: the parameters as the page says them, not as the engine resolves them, since it is the
 * page that asks again. `tables` tells one set of tables from the next: what was asked of earlier ones is kept by nobody.
 */
export class KeptAnswers {
  #kept = new Map<string, ResultTable>();

  constructor(
    readonly ask: (signal: AbortSignal, id: string, params: AnalysisParams) => Promise<ResultTable>,
    readonly tables: () => unknown,
  ) {}

  /** An answer, from the engine or as it was given before on the same tables. Rejects as the engine does. */
  async of(signal: AbortSignal, id: string, params: AnalysisParams): Promise<ResultTable> {
    const key = keyOf(id, params);
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const tables = this.tables();
    const answer = await this.ask(signal, id, params);
    if (this.tables() === tables) this.#kept.set(key, answer);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return answer;
  }

  /** The tables are others now. */
  forget(): void {
    this.#kept.clear();
  }
}
