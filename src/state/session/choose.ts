import type { Choices } from '../../domain/choices';
import { plain } from '../plain';
import type { Core } from './core';
import { inspect } from './inspect';
import { prepare } from './read-files';
import { isCrash, never } from './work';

/** Other choices for the same files: proposed anew, and the files read again only where what is read of them changes. */
export async function choose(core: Core, choices: Choices): Promise<void> {
  const { state } = core.now;
  if (state.phase !== 'mapping') return;
  const { reading, draft, isNew } = state;
  const files = state.files ?? state.open?.source.files;
  if (files && JSON.stringify(choices.files ?? []) !== JSON.stringify(draft.files ?? [])) {
    await inspect(core, files, choices, isNew);
    return;
  }
  core.parts.preview.stop();
  // At once: the next choice may come before the proposal of this one, and holds all that was said before.
  core.edit(reading, () => ({ draft: choices }));
  try {
    const { proposal } = await core.parts.engine.propose(never(), plain(choices));
    core.edit(reading, ({ inspection }) => ({ inspection: { ...inspection, proposal }, agreed: choices }));
  } catch (error) {
    core.edit(reading, (now) => (now.draft === choices ? { draft: now.agreed } : {}));
    if (!isCrash(error)) prepare(core);
    throw error;
  }
  prepare(core);
}
