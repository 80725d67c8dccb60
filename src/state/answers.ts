import type { Analysis, ParamSpec } from '../analyses/define';
import { analyses } from '../analyses/registry';
import type { ResultTable } from '../domain/table';
import type { AnalysisParams } from '../engine/contract';
import { answerIn } from './judged';
import { ask, forgetScores } from './models';
import { project } from './project.svelte';

/** The largest answers are a few MB each. */
const MOST_KEPT = 24;
/** Ahead of time only what is soon over: a person who asks for something else waits until the engine has let go. */
const SLOWEST_FORESEEN_MS = 600;
const MOST_OPTIONS = 5;
/** By then the picture of the answer is drawn. */
const BEFORE_FORESEEING_MS = 300;

const kept = new Map<string, ResultTable>();
project.onBuilt(() => {
  kept.clear();
  forgetScores();
});

const keyOf = (id: string, params: AnalysisParams): string =>
  JSON.stringify([id, ...Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Lets the page paint and answer a click between two pieces of work. */
const pause = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An answer, from the engine or as it was given before on the same tables. Rejects as the engine does. */
export async function answerOf(
  signal: AbortSignal,
  id: string,
  params: AnalysisParams,
): Promise<ResultTable> {
  // A fit leaves tables behind, which must be those of the answer on screen.
  const { fit, after } = analyses.get(id) ?? {};
  if (fit ?? after) return answerIn(id, await ask(signal, id, params));
  const key = keyOf(id, params);
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const { built } = project;
  const wire = await ask(signal, id, params);
  await pause();
  const answer = answerIn(id, wire);
  await pause();
  if (project.built === built) kept.set(key, answer);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return answer;
}

/** One control changed at a time, those that come soonest to a hand. */
const neighbours = (params: AnalysisParams, specs: readonly ParamSpec[]): AnalysisParams[] =>
  specs.flatMap((spec) =>
    spec.kind === 'choice' && spec.options.length <= MOST_OPTIONS
      ? spec.options
          .filter((option) => option !== params[spec.name] && option !== 'day')
          .map((option) => ({ ...params, [spec.name]: option }))
      : [],
  );

/**
 * While a person looks at an answer, the engine works out what each of its controls would show, so that a change is drawn at
 * once. Given up with `signal`. What fails here is not said: the same will be said when a person asks for it.
 */
export async function foresee(signal: AbortSignal, analysis: Analysis, answer: ResultTable): Promise<void> {
  const params = answer.provenance.params as AnalysisParams | undefined;
  // A fit fills tables that a person's own SQL reads: it is made when it is asked for.
  if (!params || analysis.fit || analysis.after || answer.provenance.milliseconds > SLOWEST_FORESEEN_MS)
    return;
  await pause(BEFORE_FORESEEING_MS);
  for (const next of neighbours(params, analysis.params)) {
    if (signal.aborted) return;
    // Nobody waits for it: a person who asks for the same is told what fails.
    await answerOf(signal, analysis.id, next).catch(() => undefined);
  }
}
