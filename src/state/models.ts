import { SHARED_PARAMS } from '../analyses/define';
import type { WireTable } from '../engine/contract';
import type { AnalysisParams } from '../engine/call-contract';
import { startModelClient } from '../engine/model-client';
import { askAnalysis, fitAnalysis, fitParams, type StandingFits } from './ask';
import { engine } from './engine';

/** The page's one model worker; it starts with the first question that needs it. */
export const models = startModelClient();

const standing: StandingFits = new Map();

/** What a score hangs on: whom and when it is about. How far ahead and at what margin money is counted does not change it. */
const SCORING = ['model', 'unit', 'calibration_end', ...SHARED_PARAMS.map(({ name }) => name)];
const scoring = (params: AnalysisParams): string => JSON.stringify(SCORING.map((name) => params[name]));

/** The answer of an analysis, whether it needs a fit or not. */
export const ask = (signal: AbortSignal, id: string, params: AnalysisParams): Promise<WireTable> =>
  askAnalysis(engine, models, signal, id, params, standing);

/** Other tables: whatever was fitted is gone. */
export const forgetScores = (): void => standing.clear();

/** See that everybody has a score of these parameters, and say what the fit reports; one that stands will do, however money is counted. */
export async function score(signal: AbortSignal, params: AnalysisParams): Promise<object> {
  const scored = standing.get('clv');
  if (scored && scoring(scored.params) === scoring(fitParams('clv', params))) return scored.report;
  return fitAnalysis(engine, models, signal, 'clv', params, standing);
}
