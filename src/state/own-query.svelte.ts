import type { Problem } from '../domain/outcome';
import type { ResultTable } from '../domain/table';
import { EngineError } from '../engine/errors';
import { decoded } from './decoded';
import { engine } from './engine';
import { failureOf, type Failure } from './failure';
import type { Mend } from './mends';
import { project } from './project.svelte';
import { settings } from './settings';
import { sqlLanguage, type SqlLanguage } from './sql-language';
import { statementAt, statementsOf } from './statements';

const LIMIT = 100_000;
const EXAMPLE =
  'select country, count(*) as rows, sum(sales) as sales\nfrom order_lines\ngroup by country\norder by sales desc';

/** Its name among what is kept with the project, how long typing has to rest before that, and how much is kept. */
const KEPT = 'sql.text';
const REST = 500;
const LONGEST_KEPT = 200_000;

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
  language = $state.raw<SqlLanguage | null>(null);
  #isPart = $state(false);
  /** What ran is no longer there as it was. */
  isStale = $derived(
    this.#isPart
      ? !this.text.includes(this.ran)
      : statementsOf(this.text).every(({ sql }) => sql !== this.ran),
  );
  /** Where the text that failed is wrong, and what would mend it; of another text it says nothing. */
  #failure = $state.raw<Failure | null>(null);
  failure = $derived(this.#failure?.text === this.text ? this.#failure : null);
  #stop: AbortController | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    settings.onChange(() => this.#read());
    this.#read();
  }

  /** What a person writes is kept with the project once typing rests. */
  write(text: string, selected = { from: text.length, to: text.length }): void {
    this.selected = selected;
    if (text === this.text) return;
    this.text = text;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#keep(), REST);
  }

  /** Another text below what is there, unless it is there already; the caret is in it. */
  add(sql: string): void {
    const added = sql.trim().replace(/[\s;]+$/, '');
    const place = this.text.indexOf(added);
    if (place >= 0) return this.write(this.text, { from: place, to: place });
    const before = this.text === EXAMPLE ? '' : this.text.trimEnd().replace(/;$/, '');
    const text = before ? `${before};\n\n${added}` : added;
    const from = text.length - added.length;
    this.write(text, { from, to: from });
  }

  mend({ from, to, instead }: Mend): void {
    const end = from + instead.length;
    this.write(this.text.slice(0, from) + instead + this.text.slice(to), { from: end, to: end });
  }

  async run(): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.running = true;
    this.problem = this.#failure = null;
    const { text, selected } = this;
    const { from, sql } = statementAt(text, selected);
    try {
      await project.restored;
      const answer = await decoded(await engine.runUserQuery(stop.signal, sql, LIMIT));
      if (stop.signal.aborted) return;
      this.result = answer;
      this.ran = sql;
      this.#isPart = selected.from < selected.to;
    } catch (error) {
      if (!(error instanceof EngineError)) this.problem = { code: 'failed', message: String(error) };
      else if (error.code !== 'cancelled') {
        this.problem = error.fields();
        this.#failure = failureOf(error, text, sql, from);
      }
    } finally {
      if (this.#stop === stop) this.running = false;
    }
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

  #keep(): void {
    this.#rest = undefined;
    const isKept = this.text !== EXAMPLE && this.text.length <= LONGEST_KEPT;
    settings.keep(KEPT, isKept ? this.text : null);
  }

  /** A text that is being written stays; so does one that another file is opened under. */
  #read(): void {
    const kept = settings.values[KEPT];
    if (settings.isForgotten(this.text)) {
      clearTimeout(this.#rest);
      this.#rest = undefined;
      this.text = typeof kept === 'string' ? kept : EXAMPLE;
      this.result = null;
      return;
    }
    if (this.#rest !== undefined || kept === this.text) return;
    if (typeof kept === 'string') this.text = kept;
    else if (settings.isOfNothing) this.text = EXAMPLE;
  }
}

export const ownQuery = new OwnQuery();
