import type { Choices } from '../domain/choices';
import { EngineError } from '../engine/errors';
import type { SourceTable } from '../engine/source-contract';
import { words } from '../i18n/words';
import { readable } from './readable';

/**
 * The tables of all files of a drop, in the order of the files. `onFile` is told which file is read, and null at the end;
 * `onShare` which share of it, and how many bytes have come out, where it is packed.
 * Throws an EngineError where there is none.
 */
export async function tablesOf(
  signal: AbortSignal,
  files: readonly File[],
  choices: Choices,
  onFile: (file: File | null) => void,
  onShare: (share: number, unpacked: number) => void,
): Promise<SourceTable[]> {
  if (files.length === 0)
    throw new EngineError({ code: 'no-file', message: words.project.noFile, next: words.project.noFileNext });
  const tables: SourceTable[] = [];
  for (const file of files) {
    onFile(file);
    tables.push(...(await readable(signal, file, choices, onShare)));
  }
  onFile(null);
  return tables;
}
