import { SHARED_PARAMS } from '../analyses/define';
import { analyses } from '../analyses/registry';
import type { AnalysisParams, WireTable } from '../engine/contract';
import { startModelClient } from '../engine/model-client';
import { askAnalysis, fitAnalysis } from './ask';
import { engine } from './engine';

/** The page's one model worker; it starts with the first question that needs it. */
export const models = startModelClient();

/** What a score hangs on: whom and when it is about. How far ahead and at what margin money is counted does not change it. */
const SCORING = ['model', 'unit', 'calibration_end', ...SHARED_PARAMS.map(({ name }) => name)];
/** The fit whose scores stand in the engine's tables; null where none was made, or one was stopped half way. */
let standing: { of: string; report: object } | null = null;

const scoresOf = (params: AnalysisParams): string => {
  const specs = [...(analyses.get('clv')?.params ?? []), ...SHARED_PARAMS];
  return JSON.stringify(
    SCORING.map((name) => params[name] ?? specs.find((spec) => spec.name === name)?.default ?? null),
  );
};

/** The answer of an analysis, whether it needs a fit or not. */
export async function ask(signal: AbortSignal, id: string, params: AnalysisParams): Promise<WireTable> {
  const { fit, after } = analyses.get(id) ?? {};
  if (!fit && !after) return askAnalysis(engine, models, signal, id, params);
  standing = null;
  const answer = await askAnalysis(engine, models, signal, id, params);
  const { fit: report, params: asked } = answer.provenance;
  if (report) standing = { of: scoresOf(asked as AnalysisParams), report };
  return answer;
}

/** Other tables: whatever was scored is gone. */
export const forgetScores = (): void => {
  standing = null;
};

/** See that everybody has a score of these parameters, and say what the fit reports; the fit that stands is not made again. */
export async function score(signal: AbortSignal, params: AnalysisParams): Promise<object> {
  if (standing?.of === scoresOf(params)) return standing.report;
  standing = null;
  const { report, params: asked } = await fitAnalysis(engine, models, signal, 'clv', params);
  standing = { of: scoresOf(asked), report };
  return report;
}
