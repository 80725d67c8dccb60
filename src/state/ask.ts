import { SHARED_PARAMS } from '../analyses/define';
import { analyses } from '../analyses/registry';
import type { EngineApi, WireTable } from '../engine/contract';
import type { AnalysisParams } from '../engine/call-contract';
import type { Models } from '../engine/model-contract';

type Engine = Pick<EngineApi, 'runAnalysis' | 'fitInput' | 'keepFitted'>;

/** A fit whose results stand in the engine's tables: what it was made with, every parameter said, and what it reported. */
export interface StandingFit {
  params: AnalysisParams;
  report: object;
}

/** By the analysis that has the fit. Cleared where the tables are others. */
export type StandingFits = Map<string, StandingFit>;

/** Of these parameters those that the fit has, with its own defaults. */
export function fitParams(fit: string, params: AnalysisParams): AnalysisParams {
  const specs = [...(analyses.get(fit)?.params ?? []), ...SHARED_PARAMS];
  return Object.fromEntries(specs.map((spec) => [spec.name, params[spec.name] ?? spec.default ?? null]));
}

/**
 * The fit that an analysis needs, its own or that of another one: the engine's rows go through the model worker and what comes of it
 * goes back, so that the two know nothing of each other. Gives what the fit reports. One that stands is not made again.
 */
export async function fitAnalysis(
  engine: Omit<Engine, 'runAnalysis'>,
  models: Models,
  signal: AbortSignal,
  id: string,
  params: AnalysisParams,
  standing: StandingFits,
): Promise<object> {
  const fit = analyses.get(id)?.after ?? id;
  const wanted = fitParams(fit, params);
  const before = standing.get(fit);
  if (before && JSON.stringify(before.params) === JSON.stringify(wanted)) return before.report;
  const { ipc, provenance } = await engine.fitInput(signal, id, params);
  const { tables, report } = await models.fit(signal, fit, ipc, provenance.params as AnalysisParams);
  standing.delete(fit);
  await engine.keepFitted(signal, id, params, tables);
  standing.set(fit, { params: wanted, report });
  return report;
}

/** The answer of an analysis, after the fit that it may need: the answer is SQL in either case. */
export async function askAnalysis(
  engine: Engine,
  models: Models,
  signal: AbortSignal,
  id: string,
  params: AnalysisParams,
  standing: StandingFits = new Map(),
): Promise<WireTable> {
  const { fit, after } = analyses.get(id) ?? {};
  if (!fit && !after) return engine.runAnalysis(signal, id, params);
  const started = performance.now();
  const report = await fitAnalysis(engine, models, signal, id, params, standing);
  const answer = await engine.runAnalysis(signal, id, params);
  const milliseconds = Math.round(performance.now() - started);
  return { ...answer, provenance: { ...answer.provenance, fit: report, milliseconds } };
}
