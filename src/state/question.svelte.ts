import type { Problem } from '../domain/outcome';
import type { ResultTable } from '../domain/table';
import type { Analysis } from '../analyses/define';
import { SHARED_PARAMS } from '../analyses/define';
import type { RowsOf } from '../engine/contract';
import type { AnalysisParams } from '../engine/call-contract';
import { EngineError } from '../engine/errors';
import { words } from '../i18n/words';
import { answerOf, foresee } from './answers';
import { decoded } from './decoded';
import { engine } from './engine';
import { LastAsked } from './last-asked';
import { onScreen } from './on-screen';
import { project } from './project.svelte';
import { route } from './route.svelte';
import { settings } from './settings';
import { controlPairs, controlsIn } from './scope/controls';
import { scope } from './scope/scope.svelte';

/** One analysis on screen: its parameters, the last answer, and the one that is on its way. */
export class Question {
  params = $state.raw<AnalysisParams>({});
  result = $state.raw<ResultTable | null>(null);
  pending = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** What was asked when somebody gave it up; the answer on screen is the one before. */
  stopped = $state.raw<AnalysisParams | null>(null);

  #last = new LastAsked();
  /** What was asked for the answer on screen. */
  #answered: AnalysisParams | null = null;
  #leave: () => void;

  constructor(readonly analysis: Analysis) {
    const specs = [...analysis.params, ...SHARED_PARAMS];
    this.params = Object.fromEntries(specs.map((spec) => [spec.name, spec.default]));
    const asked = controlsIn(analysis, route.query);
    const chosen = Object.keys(asked).length > 0 ? asked : scope.controls.of(analysis);
    Object.assign(this.params, chosen, settings.of(analysis), asked, scope.params);
    scope.setControls(controlPairs(analysis, this.params));
    this.#leave = onScreen.whenRebuilt(() => this.#ask({ ...scope.params, ...settings.of(analysis) }));
    void this.ask();
  }

  /** The address says something else: the scope, or the controls of this page. */
  follow(): void {
    const usual = Object.fromEntries(this.analysis.params.map((spec) => [spec.name, spec.default]));
    const asked = controlsIn(this.analysis, route.query);
    const next = { ...this.params, ...usual, ...settings.of(this.analysis), ...asked, ...scope.params };
    if (JSON.stringify(next) !== JSON.stringify(this.params)) this.#ask(next);
  }

  /** A person has changed parameters: those that stay with the project are kept. */
  change(changed: AnalysisParams): void {
    settings.set(this.analysis, changed);
    // Groups are found by cuts that may just have been set.
    this.#ask({ ...scope.params, ...changed });
    scope.setControls(controlPairs(this.analysis, this.params));
  }

  #ask(changed: AnalysisParams): void {
    this.params = { ...this.params, ...changed };
    void this.ask();
  }

  /** Ask again; what was asked before is stopped, its answer stays until the new one is there. */
  async ask(): Promise<void> {
    this.#last.stop();
    if (!project.built) return;
    const asked = this.params;
    this.pending = true;
    this.stopped = null;
    project.forgetFitting();
    try {
      const ended = await this.#last.run(async (signal) => {
        const answer = await answerOf(signal, this.analysis.id, asked);
        return { signal, answer };
      });
      if (!ended.isLast) return;
      const { signal, answer } = ended.value;
      this.result = answer;
      this.#answered = asked;
      this.problem = null;
      void project.learnAttributes(signal).then(() => foresee(signal, this.analysis, asked, answer));
    } catch (error) {
      if (!(error instanceof EngineError && error.code === 'cancelled')) {
        this.problem =
          error instanceof EngineError ? error.fields() : { code: 'failed', message: String(error) };
        this.result = null;
      }
    }
    this.pending = false;
  }

  /** Give up what is on its way: the answer on screen stays, and what was asked for it. */
  stop(): void {
    this.#last.stop();
    this.pending = false;
    if (this.#answered) {
      this.stopped = this.params;
      this.params = this.#answered;
    } else
      this.problem = {
        code: 'cancelled',
        message: words.project.stoppedBefore,
        next: words.project.stoppedBeforeNext,
      };
  }

  leave(): void {
    scope.controls.leave(this.analysis, this.params);
    this.#last.stop();
    this.#leave();
  }
}

/** The rows behind a figure. */
export const rowsBehind = async (what: RowsOf, limit: number): Promise<ResultTable> =>
  decoded(await engine.rowsOf(new AbortController().signal, what, limit));
