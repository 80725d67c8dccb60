import type { AnalysisParams, WireAnswer } from './call-contract';

/** Tables that a fit fills, column by column. */
export type FitTables = Record<string, Record<string, ArrayLike<number | string | null>>>;

/** What came of a fit: its tables, and plain JSON for the answer's provenance. */
export interface FitAnswer {
  tables: FitTables;
  report: object;
}

/** The model worker: mathematics alone, it knows no file and no SQL. */
export interface ModelApi {
  /**
   * The fit of the analysis `id` to rows that the engine gave (an Arrow IPC stream). The answer's value is a FitAnswer.
   * `onShare` is told how much is done, 0..1.
   */
  fit(
    id: string,
    ipc: Uint8Array,
    params: AnalysisParams,
    onShare: (share: number) => void,
  ): Promise<WireAnswer>;
}

/** What the page asks: a call can be stopped, and then rejects with code `cancelled`. */
export interface Models {
  fit(signal: AbortSignal, id: string, ipc: Uint8Array, params: AnalysisParams): Promise<FitAnswer>;
}
