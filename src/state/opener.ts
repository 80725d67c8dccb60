import type { Choices } from '../domain/choices';
import type { ProductNames } from '../ingest/names/product-names';
import { mappingSteps } from './mapping-steps.svelte';
import { preview } from './preview.svelte';
import { project } from './project.svelte';
import { remembered } from './remembered.svelte';
import { route } from './route.svelte';
import { sampleFile } from './sample';

/** A problem of the file is already on screen through `project.problem`; here it only ends the step. */
const attempt = async (run: () => Promise<unknown>): Promise<boolean> => {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
};

/** The tables that are open under other choices; files that lie on the mapping page are not meant. */
async function rebuilt(choices: Choices): Promise<void> {
  await project.dismiss();
  await project.build(choices);
}

/** Choices that the mapping page had before. */
const again = (choices: Choices | null) => choices && void attempt(() => project.choose(choices));

/** The invented shop began on the first day of its file and sells in euro. */
const SAMPLE: Choices = { history: 'complete', currency: 'EUR' };

/** What the pages do with a file, and where the person is led after it. */
export const opener = {
  inspect: async (files: File[]) => {
    preview.clear();
    if (!(await attempt(() => project.inspect(files)))) return;
    mappingSteps.clear();
    route.go('');
    await attempt(() => remembered.recall());
  },
  forget: () => void attempt(() => remembered.forget()),
  /** The same files again, with the password that it asked for. */
  unlock: async (password: string) => {
    if (await attempt(() => project.unlock(password))) route.go('');
  },
  choose: (choices: Choices) => {
    mappingSteps.record(project.draft);
    void attempt(() => project.choose(choices));
  },
  undo: () => again(mappingSteps.undo(project.draft)),
  redo: () => again(mappingSteps.redo(project.draft)),
  use: async () => {
    await project.chosen;
    await attempt(() => remembered.remember());
    if (await attempt(() => project.build(project.draft))) route.go('home');
  },
  /** What was dropped is added to what is open. */
  add: () => void attempt(project.add),
  rebuild: (choices: Choices) => void attempt(() => rebuilt(choices)),
  /** Which names of products count as another: kept with the project, and for the next file with these columns. */
  nameProducts: async (product_names: ProductNames) => {
    const { product_names: _before, ...choices } = project.source?.choices ?? {};
    const said = Object.keys(product_names).length > 0 ? { product_names } : {};
    if (await attempt(() => rebuilt({ ...choices, ...said }))) await remembered.rememberNames(product_names);
  },
  /** The sample needs no mapping page: its one click ends at its figures. */
  sample: async () => {
    const file = await sampleFile().catch((error: unknown) => project.say(error));
    if (file && (await attempt(() => project.open([file], SAMPLE)))) route.go('home');
  },
  reopenMapping: async () => {
    mappingSteps.clear();
    if (await attempt(project.reopen)) route.go('');
  },
  back: async () => {
    project.closeProblem();
    await project.dismiss();
    if (project.built) route.go('data');
  },
};
