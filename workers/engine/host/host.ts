import type { Progress } from '../../../src/engine/contract';
import type { EngineDatabase } from './database';

/** As a page holds tables in memory. */
export const COMPRESS_ABOVE = 250 << 20;

/** What the engine stands on: its database, and who is told how far it is. */
export interface EngineHost {
  database: EngineDatabase;
  appVersion: string;
  /** Tables of more bytes of text are held compressed: slower to write, a sixth of the memory. */
  compressAbove: number;
  onProgress(progress: Progress): void;
  /** Told to the engine's own share counter what its shares mean now; null where nobody is to hear of them. */
  during(stage: Progress['stage'] | null, total: number | null, unit: Progress['unit']): void;
  sealed: { duckdb_locked: boolean; network_apis_removed: boolean; policy_reaches_worker: boolean };
}
