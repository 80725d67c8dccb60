import { analyses } from '../analyses/registry';
import type { AnalysisParams, EngineApi, WireTable } from '../engine/contract';
import type { Models } from '../engine/model-contract';

type Engine = Pick<EngineApi, 'runAnalysis' | 'fitInput' | 'keepFitted'>;

/**
 * The fit that an analysis needs, its own or that of another one: the engine's rows go through the model worker and what comes of it
 * goes back, so that the two know nothing of each other. Gives what the fit reports and the parameters it was made with.
 */
export async function fitAnalysis(
  engine: Omit<Engine, 'runAnalysis'>,
  models: Models,
  signal: AbortSignal,
  id: string,
  params: AnalysisParams,
): Promise<{ report: object; params: AnalysisParams }> {
  const { ipc, provenance } = await engine.fitInput(signal, id, params);
  const checked = provenance.params as AnalysisParams;
  const { tables, report } = await models.fit(signal, analyses.get(id)?.after ?? id, ipc, checked);
  await engine.keepFitted(signal, id, params, tables);
  return { report, params: checked };
}

/** The answer of an analysis, after the fit that it may need: the answer is SQL in either case. */
export async function askAnalysis(
  engine: Engine,
  models: Models,
  signal: AbortSignal,
  id: string,
  params: AnalysisParams,
): Promise<WireTable> {
  const { fit, after } = analyses.get(id) ?? {};
  if (!fit && !after) return engine.runAnalysis(signal, id, params);
  const started = performance.now();
  const { report } = await fitAnalysis(engine, models, signal, id, params);
  const answer = await engine.runAnalysis(signal, id, params);
  const milliseconds = Math.round(performance.now() - started);
  return { ...answer, provenance: { ...answer.provenance, fit: report, milliseconds } };
}
