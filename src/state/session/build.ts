import type { Choices } from '../../domain/choices';
import type { BuiltReport, Inspection } from '../../engine/contract';
import { EngineError } from '../../engine/errors';
import { words } from '../../i18n/words';
import { distinctlyNamed } from '../distinctly-named';
import { withoutPasswords } from '../passwords';
import { plain } from '../plain';
import type { Core } from './core';
import { perform } from './perform';
import { readFiles } from './read-files';
import { restingOf, type Open, type Resting } from './session';
import { inTime } from './work';

/** What tables are built from. */
interface Sheet {
  files: readonly File[];
  inspection: Inspection;
  /** The files were read beside those that are open; who was forgotten may still be in them. */
  isBeside: boolean;
}

/** Build the tables of what the mapping page shows, or of what is open under other choices. */
export const build = (core: Core, choices: Choices): Promise<BuiltReport> =>
  perform(core, { phase: 'building', inOneGo: false }, async ({ signal }) => {
    const sheet = sheetOf(restingOf(core.now.state));
    return finish(core, await tablesOpen(core, signal, sheet, withoutPasswords(choices)));
  });

/** Read and build with no mapping page in between. Rejects with `needs-choice` as the engine does. */
export const open = (core: Core, files: readonly File[], choices: Choices): Promise<BuiltReport> =>
  perform(core, { phase: 'reading', inOneGo: true }, async ({ signal }) =>
    finish(core, await readAndBuild(core, signal, files, choices)),
  );

export async function readAndBuild(
  core: Core,
  signal: AbortSignal,
  files: readonly File[],
  said: Choices,
): Promise<Open> {
  core.parts.preview.wait();
  const choices = withoutPasswords(said);
  const named = distinctlyNamed(files);
  const inspection = await readFiles(core, signal, named, choices);
  const from = restingOf(core.now.state);
  core.set({ state: { phase: 'building', from, inOneGo: true }, progress: null });
  return tablesOpen(core, signal, { files: named, inspection, isBeside: true }, choices);
}

function finish(core: Core, opened: Open): BuiltReport {
  core.set({ state: { phase: 'ready', open: opened } });
  core.parts.afterBuild();
  return opened.built;
}

async function tablesOpen(core: Core, signal: AbortSignal, sheet: Sheet, said: Choices): Promise<Open> {
  const { engine, preview, sift } = core.parts;
  let { files, inspection } = sheet;
  let choices = said;
  const sifted = sheet.isBeside ? await inTime(signal, sift(signal, files, choices)) : null;
  if (sifted) {
    inspection = await readFiles(core, signal, sifted.files, sifted.choices);
    laySifted(core, files, { files: sifted.files, inspection, draft: sifted.choices });
    ({ files, choices } = sifted);
  }
  const built = await inTime(signal, engine.build(signal, plain(choices)));
  core.beside = null;
  preview.clear();
  return { source: { files, choices, provenance: built.provenance }, inspection, built };
}

/** The mapping page that is built from has the sifted files now: if the building fails, it goes back to these. */
function laySifted(
  core: Core,
  before: readonly File[],
  sifted: { files: readonly File[]; inspection: Inspection; draft: Choices },
): void {
  const from = restingOf(core.now.state);
  if (from.phase === 'mapping' && from.files === before)
    core.rest({ ...from, ...sifted, agreed: sifted.draft });
}

function sheetOf(resting: Resting): Sheet {
  if (resting.phase === 'mapping') {
    const { files, inspection, open: behind } = resting;
    const ofFile = files ?? behind?.source.files;
    if (ofFile) return { files: ofFile, inspection, isBeside: files !== null };
  }
  if (resting.phase === 'ready')
    return { files: resting.open.source.files, inspection: resting.open.inspection, isBeside: false };
  const { noFile, noFileNext } = words.project;
  throw new EngineError({ code: 'nothing-open', message: noFile, next: noFileNext });
}
