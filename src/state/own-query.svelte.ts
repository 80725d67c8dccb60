import type { Problem } from '../domain/outcome';
import type { ResultTable } from '../domain/table';
import { EngineError } from '../engine/errors';
import { decoded } from './decoded';
import { engine } from './engine';
import { failureOf, type Failure } from './failure';
import type { Mend } from './mends';
import { project } from './project.svelte';
import { sqlLanguage, type SqlLanguage } from './sql-language';

const LIMIT = 10_000;
const EXAMPLE =
  'select country, count(*) as rows, sum(sales) as sales\nfrom order_lines\ngroup by country\norder by sales desc';

/** A person's own text and its last answer; typing runs nothing. */
class OwnQuery {
  text = $state(EXAMPLE);
  /** What is selected in the text; the caret where nothing is. */
  selected: { from: number; to: number } = { from: 0, to: 0 };
  ran = $state('');
  result = $state.raw<ResultTable | null>(null);
  problem = $state.raw<Problem | null>(null);
  running = $state(false);
  tables = $state.raw<ResultTable | null>(null);
  /** Where the text that failed is wrong, and what would mend it; of another text it says nothing. */
  #failure = $state.raw<Failure | null>(null);
  failure = $derived(this.#failure?.text === this.text ? this.#failure : null);
  language = $state.raw<SqlLanguage | null>(null);
  #stop: AbortController | null = null;

  async run(): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.running = true;
    this.problem = this.#failure = null;
    const text = this.text;
    try {
      await project.restored;
      const answer = await decoded(await engine.runUserQuery(stop.signal, text, LIMIT));
      if (stop.signal.aborted) return;
      this.result = answer;
      this.ran = text;
    } catch (error) {
      if (!(error instanceof EngineError)) this.problem = { code: 'failed', message: String(error) };
      else if (error.code !== 'cancelled') {
        this.problem = error.fields();
        this.#failure = failureOf(error, text);
      }
    } finally {
      if (this.#stop === stop) this.running = false;
    }
  }

  mend({ from, to, instead }: Mend): void {
    this.text = this.text.slice(0, from) + instead + this.text.slice(to);
  }

  stop(): void {
    this.#stop?.abort();
  }

  async describe(): Promise<void> {
    await project.restored;
    this.tables = await decoded(await engine.schema(new AbortController().signal));
    // Without its words the editor still edits.
    this.language = await sqlLanguage(this.tables).catch(() => null);
  }
}

export const ownQuery = new OwnQuery();
