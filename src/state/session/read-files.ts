import type { Choices } from '../../domain/choices';
import type { Inspection } from '../../engine/contract';
import { plain } from '../plain';
import type { Core } from './core';
import type { Mapping } from './session';
import { inTime } from './work';

/** The tables of the files are given to the engine, which lays them beside those that are open; what it sees in them. */
export async function readFiles(
  core: Core,
  signal: AbortSignal,
  files: readonly File[],
  choices: Choices,
): Promise<Inspection> {
  const { engine, readTables } = core.parts;
  const reading = readTables(
    signal,
    files,
    choices,
    (file) => {
      if (!signal.aborted) core.set({ locked: file && { name: file.name, files, choices } });
    },
    (share, done) => {
      if (!signal.aborted)
        core.set({ progress: { stage: 'decoding', share, done, total: null, unit: 'bytes' } });
    },
  );
  const tables = await inTime(signal, reading);
  const inspected = engine.inspect(signal, tables, plain(choices)).then((inspection) => {
    core.beside = files;
    return inspection;
  });
  return inTime(signal, inspected);
}

/** The mapping page whose files the engine no longer holds, with the files read again. */
export async function laidAgain(core: Core, signal: AbortSignal, mapping: Mapping): Promise<Mapping> {
  if (!mapping.files) return mapping;
  return { ...mapping, inspection: await readFiles(core, signal, mapping.files, mapping.draft) };
}

/** While a person reads the mapping page, the tables are built as it stands: it shows what they come to, and accepting it is quick. */
export function prepare(core: Core): void {
  const { state } = core.now;
  if (state.phase !== 'mapping' || !state.files) return;
  const { questions, refusal } = state.inspection.proposal;
  if (questions.length > 0 || refusal) core.parts.preview.wait();
  else void core.parts.preview.count(state.draft);
}
