import { analyses } from '../analyses/registry';
import type { AnalysisParams, EngineApi, WireTable } from '../engine/contract';
import type { Models } from '../engine/model-contract';

/**
 * The answer of an analysis. Where it needs a fit, its own or that of another one, the engine's rows go through the model worker
 * first and what comes of it goes back: the two know nothing of each other, and the answer is SQL in either case.
 */
export async function askAnalysis(
  engine: Pick<EngineApi, 'runAnalysis' | 'fitInput' | 'keepFitted'>,
  models: Models,
  signal: AbortSignal,
  id: string,
  params: AnalysisParams,
): Promise<WireTable> {
  const { fit, after } = analyses.get(id) ?? {};
  if (!fit && !after) return engine.runAnalysis(signal, id, params);
  const started = performance.now();
  const { ipc, provenance } = await engine.fitInput(signal, id, params);
  const { tables, report } = await models.fit(signal, after ?? id, ipc, provenance.params as AnalysisParams);
  await engine.keepFitted(signal, id, params, tables);
  const answer = await engine.runAnalysis(signal, id, params);
  const milliseconds = Math.round(performance.now() - started);
  return { ...answer, provenance: { ...answer.provenance, fit: report, milliseconds } };
}
