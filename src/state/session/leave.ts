import type { Core } from './core';
import { EMPTY, openIn, restingOf, without } from './session';
import { isCrash, never } from './work';

/** A lost engine has forgotten everything by itself. */
const unlessLost = (error: unknown): void => {
  if (!isCrash(error)) throw error;
};

/** What is under way ends, and changes nothing any more. */
function abandon(core: Core): void {
  core.work.abandon();
  core.set({ state: restingOf(core.now.state) });
}

/** Back to what is open, from a mapping page or a piece of work that is not wanted. */
export async function leave(core: Core): Promise<void> {
  while (core.restoring) await core.restoring.done;
  core.parts.preview.clear();
  const { state } = core.now;
  const left = restingOf(state);
  abandon(core);
  if (core.beside || left !== state) {
    core.beside = null;
    await core.parts.engine.dismiss(never()).catch(unlessLost);
  }
  if (restingOf(core.now.state) === left) core.rest(without(openIn(left)));
}

/** Forget all that is open. */
export async function close(core: Core): Promise<void> {
  abandon(core);
  core.restoring?.finish();
  core.restoring = null;
  core.parts.preview.clear();
  await core.parts.engine.close(never()).catch(unlessLost);
  core.beside = null;
  core.rest(EMPTY);
  core.parts.afterBuild();
}
