import type { Choices } from '../../domain/choices';
import type { Inspection } from '../../engine/contract';
import { distinctlyNamed } from '../distinctly-named';
import { withoutPasswords } from '../passwords';
import type { Core } from './core';
import { perform } from './perform';
import { prepare, readFiles } from './read-files';
import { openIn } from './session';

/** Read files and propose what they mean. A failure leaves whatever was there as it was. */
export function inspect(
  core: Core,
  files: readonly File[],
  choices: Choices,
  isNew = files !== openIn(core.now.state)?.source.files && choices.newer === undefined,
): Promise<Inspection> {
  const draft = withoutPasswords(choices);
  return perform(core, { phase: 'reading', inOneGo: false }, async ({ signal }) => {
    core.parts.preview.wait();
    const named = distinctlyNamed(files);
    const inspection = await readFiles(core, signal, named, draft);
    core.set({
      state: {
        phase: 'mapping',
        open: openIn(core.now.state),
        files: named,
        inspection,
        draft,
        agreed: draft,
        isNew,
        reading: Symbol('reading'),
      },
    });
    prepare(core);
    return inspection;
  });
}
