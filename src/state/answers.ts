import type { Analysis } from '../analyses/define';
import { analyses } from '../analyses/registry';
import type { ResultTable } from '../domain/table';
import type { AnalysisParams } from '../engine/call-contract';
import { answerIn } from './judged';
import { KeptAnswers, neighbours } from './kept-answers';
import { ask, forgetScores } from './models';
import { project } from './project.svelte';

/** Ahead of time only what is soon over: a person who asks for something else waits until the engine has let go. */
const SLOWEST_FORESEEN_MS = 600;
/** By then the picture of the answer is drawn. */
const BEFORE_FORESEEING_MS = 300;

/** Lets the page paint and answer a click between two pieces of work. */
const pause = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const kept = new KeptAnswers(
  async (signal, id, params) => {
    const wire = await ask(signal, id, params);
    await pause();
    const answer = await answerIn(id, wire);
    await pause();
    return answer;
  },
  () => project.built,
);

/** The tables are others: what was answered and fitted on them is forgotten. */
export function forgetAnswers(): void {
  kept.forget();
  forgetScores();
}

/** An answer, from the engine or as it was given before on the same tables. Rejects as the engine does. */
export async function answerOf(
  signal: AbortSignal,
  id: string,
  params: AnalysisParams,
): Promise<ResultTable> {
  // A fit leaves tables behind, which must be those of the answer on screen.
  const { fit, after } = analyses.get(id) ?? {};
  return fit || after ? answerIn(id, await ask(signal, id, params)) : kept.of(signal, id, params);
}

/**
 * While a person looks at the answer to `asked`, the engine works out what each of its controls would show, so that a change is drawn
 * at once. Given up with `signal`. What fails here is not said: the same will be said when a person asks for it.
 */
export async function foresee(
  signal: AbortSignal,
  analysis: Analysis,
  asked: AnalysisParams,
  answer: ResultTable,
): Promise<void> {
  // A fit fills tables that a person's own SQL reads: it is made when it is asked for.
  if (analysis.fit || analysis.after || answer.provenance.milliseconds > SLOWEST_FORESEEN_MS) return;
  await pause(BEFORE_FORESEEING_MS);
  for (const next of neighbours(asked, analysis.params)) {
    if (signal.aborted) return;
    // Nobody waits for it: a person who asks for the same is told what fails.
    await answerOf(signal, analysis.id, next).catch(() => undefined);
  }
}
