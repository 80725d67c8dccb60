import type { Analysis } from '../analyses/define';
import type { ResultTable } from '../domain/table';
import type { AnalysisParams } from '../engine/call-contract';
import { answerOf } from './answers';
import { LastAsked } from './last-asked';
import { scope } from './scope/scope.svelte';

/** The answer of a question under the other scope, where the scope is compared with one. Asked after the answer that it stands beside. */
export class Compared {
  result = $state.raw<ResultTable | null>(null);
  pending = $state(false);
  #last = new LastAsked();

  constructor(readonly analysis: Analysis) {}

  /** Ask with these parameters of the question, under what the scope is compared with. What fails is not said: the page beside it does. */
  async ask(params: AnalysisParams): Promise<void> {
    this.#last.stop();
    const { compared } = scope;
    // A fit leaves tables behind, which must be those of the answer that it stands beside.
    if (!compared || this.analysis.fit || this.analysis.after) {
      this.result = null;
      this.pending = false;
      return;
    }
    this.pending = true;
    try {
      const ended = await this.#last.run((signal) =>
        answerOf(signal, this.analysis.id, { ...params, ...compared }),
      );
      if (!ended.isLast) return;
      this.result = ended.value;
    } catch {
      this.result = null;
    }
    this.pending = false;
  }

  leave(): void {
    this.#last.stop();
  }
}
