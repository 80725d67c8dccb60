import { forgetAnswers } from './answers';
import { earlierReadings } from './earlier-readings.svelte';
import { handed } from './handed.svelte';
import { keeping } from './keeping.svelte';
import { notebook } from './notebook.svelte';
import { onScreen } from './on-screen';
import { project } from './project.svelte';
import { rehearse } from './rehearsal';
import { stepsAfterBuild } from './session/after-build';
import { scope } from './scope/scope.svelte';
import { settings } from './settings';

/** Puts the state together and starts it: called once, by the app, before anything is opened. */
export function startState(): void {
  const answers = { forget: forgetAnswers };
  project.start(stepsAfterBuild({ answers, settings, scope, earlierReadings, notebook, keeping, onScreen }));
  const restored = keeping.start();
  void restored.then(rehearse);
  void restored.then(() => handed.start());
}
