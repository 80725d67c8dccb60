import { words } from '../../i18n/words';
import { asProblem } from '../as-problem';
import { readAndBuild } from './build';
import type { Core, Restoring } from './core';
import { matchEngine } from './perform';
import { laidAgain, prepare } from './read-files';
import { openIn, restingOf, without, type Resting } from './session';
import { isCrash } from './work';

/** A new engine knows nothing: what was open is read again, and then what lay on the mapping page. */
export function engineLost(core: Core): void {
  const { state, problem } = core.now;
  core.beside = null;
  const was = restingOf(state);
  // A first file that is still being read into tables has asked nothing of the engine that was lost.
  if (was.phase === 'empty' && state.phase !== 'building') return;
  core.work.interrupt();
  if (!core.restoring) {
    let finish = () => {};
    const done = new Promise<void>((resolve) => (finish = resolve));
    core.restoring = { said: problem, done, finish };
  }
  void restore(core, core.restoring, was);
}

async function restore(core: Core, restoring: Restoring, was: Resting): Promise<void> {
  const job = core.work.begin();
  const problem = { code: 'engine-crashed', message: words.project.restarted };
  try {
    core.set({ state: { phase: 'reading', from: was, inOneGo: true }, problem, progress: null });
    const back = await openAgain(core, job.signal, was);
    const state = back.phase === 'mapping' ? await laidAgain(core, job.signal, back) : back;
    core.set({ state, problem: restoring.said });
  } catch (error) {
    // Lost again on the way: the next engine reads everything once more, and says how it ends.
    if (!job.isCurrent() || isCrash(error)) return;
    core.set({ state: without(openIn(core.now.state)), problem: asProblem(error) });
    await matchEngine(core);
  }
  core.restoring = null;
  restoring.finish();
  prepare(core);
}

/** The same state with its tables built again; one that is lost on the way is still the one to come back to. */
async function openAgain(core: Core, signal: AbortSignal, was: Resting): Promise<Resting> {
  if (was.phase === 'empty' || !was.open) return was;
  const { files, choices } = was.open.source;
  const back = { ...was, open: await readAndBuild(core, signal, files, choices) };
  core.set({ state: back });
  core.parts.afterBuild();
  core.set({ state: { phase: 'reading', from: back, inOneGo: true } });
  return back;
}
