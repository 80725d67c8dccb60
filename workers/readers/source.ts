import type { Evidence } from '../../src/domain/said/evidence';
import type { ReadOptions, ReadTable } from '../../src/engine/source-contract';
import type { Budget } from './budget';
import { NeedsOldReaders } from './refused';
import { tablesOfSheets, type OldReader } from './sheet-table';

/** What is being read: the dropped file, or a member of a zip in it. */
export interface Source {
  bytes: Blob;
  /** Name that sentences use. */
  name: string;
  member: string | null;
  /** Containers around it; a zip in a zip is not opened. */
  depth: number;
  options: ReadOptions;
  /** The readers of older formats, where this worker has them. */
  old: OldReader | null;
  /** What may still come out of the dropped file. */
  budget: Budget;
}

/** Through the readers of older formats. Their numbers and dates are values; of a web page, texts as they stand. */
export async function readOld(
  source: Source,
  format: 'xls' | 'xlsb' | 'html' | 'xml',
  evidence: Evidence,
): Promise<ReadTable[]> {
  if (!source.old) throw new NeedsOldReaders();
  const sheets = source.old(new Uint8Array(await source.bytes.arrayBuffer()), format === 'html');
  return tablesOfSheets(source, sheets, format, evidence);
}
