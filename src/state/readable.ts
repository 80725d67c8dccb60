import type { Choices } from '../domain/choices';
import { openFile } from '../engine/reader-client';
import type { SourceTable } from '../engine/source-contract';
import { withPasswords } from './passwords';

/** The tables of a dropped file as text that the engine can read, at least one. Throws EngineErrors. */
export async function readable(
  signal: AbortSignal,
  file: File,
  choices: Choices,
  onShare: (share: number, unpacked: number) => void,
): Promise<SourceTable[]> {
  return openFile(signal, file, withPasswords(file.name, choices), onShare);
}
