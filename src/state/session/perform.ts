import { asProblem } from '../as-problem';
import type { Core } from './core';
import { laidAgain, prepare } from './read-files';
import { filesBeside, restingOf, without } from './session';
import { isCrash, never, type Job } from './work';

/**
 * A piece of work in the state that it makes. Where it fails, the session goes back to exactly what was there, unless something else has
 * begun since. While the tables are read again after the engine was lost, it waits; if the engine is lost before the work has asked it anything,
 * the work begins again.
 */
export async function perform<T>(
  core: Core,
  busy: { phase: 'reading' | 'building'; inOneGo: boolean },
  run: (job: Job) => Promise<T>,
): Promise<T> {
  while (core.restoring) await core.restoring.done;
  const job = core.work.begin();
  core.set({ state: { ...busy, from: restingOf(core.now.state) }, problem: null, progress: null });
  try {
    return await run(job);
  } catch (error) {
    if (job.wasInterrupted()) return perform(core, busy, run);
    if (job.isCurrent()) await goBack(core, error);
    throw error;
  }
}

async function goBack(core: Core, error: unknown): Promise<void> {
  const { state } = core.now;
  core.set({ state: restingOf(state), problem: asProblem(error) });
  // What a lost engine held is read again when the next one has started.
  if (isCrash(error)) return;
  // Reading has taken the totals off the mapping page.
  if (state.phase === 'reading') prepare(core);
  await matchEngine(core);
}

/** See that the engine holds the files of the mapping page beside those that are open, or none where there is no such page. */
export async function matchEngine(core: Core): Promise<void> {
  const resting = restingOf(core.now.state);
  if (filesBeside(resting) === core.beside) return;
  if (resting.phase !== 'mapping' || !resting.files) {
    core.beside = null;
    // It fails only with the engine, which then has forgotten the files too.
    await core.parts.engine.dismiss(never()).catch(() => undefined);
    return;
  }
  const job = core.work.begin();
  core.set({ state: { phase: 'reading', from: resting, inOneGo: false } });
  try {
    core.set({ state: await laidAgain(core, job.signal, resting) });
    prepare(core);
  } catch (error) {
    if (!job.isCurrent() || isCrash(error)) return;
    core.set({ state: without(resting.open) });
    await matchEngine(core);
  }
}
