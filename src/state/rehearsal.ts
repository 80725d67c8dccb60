import { engine } from './engine';
import { project } from './project.svelte';

/** While a person looks for their file, in milliseconds after the engine could answer. */
const AFTER = 200;

/** Have the engine rehearse on a page that nobody asks anything; its first file then takes about two thirds of the time. */
export async function rehearse(): Promise<void> {
  try {
    await engine.ready;
    await new Promise((resolve) => setTimeout(resolve, AFTER));
    if (project.phase === 'empty') await engine.rehearse(new AbortController().signal);
  } catch {
    // It was given up for something that is asked for, or the engine failed, which that will say.
  }
}
