import type { AnalysisParams, WireTable } from '../engine/contract';
import { startModelClient } from '../engine/model-client';
import { askAnalysis } from './ask';
import { engine } from './engine';

/** The page's one model worker; it starts with the first question that needs it. */
export const models = startModelClient();

/** The answer of an analysis, whether it needs a fit or not. */
export const ask = (signal: AbortSignal, id: string, params: AnalysisParams): Promise<WireTable> =>
  askAnalysis(engine, models, signal, id, params);
