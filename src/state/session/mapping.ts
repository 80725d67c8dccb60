import { distinctlyNamed } from '../distinctly-named';
import { choose } from './choose';
import type { Core } from './core';
import { inspect } from './inspect';
import { leave } from './leave';
import { openIn } from './session';

/** Bytes of files that are read within a second or two. */
const SOON_READ = 32 * 1024 * 1024;

/** The same files again, with the password that one of them asked for. */
export async function unlock(core: Core, password: string): Promise<void> {
  const { locked } = core.now;
  if (!locked) return;
  const { name, files, choices } = locked;
  const said = choices.files?.find((one) => one.name === name);
  const others = choices.files?.filter((one) => one !== said) ?? [];
  await inspect(core, files, { ...choices, files: [{ ...said, name, password }, ...others] });
}

/** Add the files on the mapping page to those that are open: where both have an order, the newer one stands. */
export async function add(core: Core): Promise<void> {
  const { state } = core.now;
  if (state.phase !== 'mapping' || !state.open || !state.files) return;
  const { source } = state.open;
  const all = distinctlyNamed([...source.files, ...state.files]);
  const newer = all.slice(source.files.length).map(({ name }) => name);
  const files = [...(source.choices.files ?? []), ...(state.draft.files ?? [])];
  await inspect(core, all, {
    ...source.choices,
    ...(files.length > 0 ? { files } : {}),
    newer: [...(source.choices.newer ?? []), ...newer],
  });
}

/**
 * The mapping of the tables that are open, to be changed. Files that are soon read are read again beside them, so that the page can count what
 * a change comes to; larger ones are counted when they are accepted.
 */
export async function reopen(core: Core): Promise<void> {
  await leave(core);
  const open = openIn(core.now.state);
  if (!open) return;
  const { files, choices } = open.source;
  if (files.reduce((sum, { size }) => sum + size, 0) <= SOON_READ) {
    await inspect(core, files, choices);
    return;
  }
  const { inspection } = open;
  core.set({
    state: {
      phase: 'mapping',
      open,
      files: null,
      inspection,
      draft: choices,
      agreed: choices,
      isNew: false,
      reading: Symbol('reading'),
    },
  });
  await choose(core, choices);
}
