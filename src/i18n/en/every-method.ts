import { byName } from '../by-name';

/** One text for each analysis and each model, found by its name: no list to edit. */
export const methods = byName(
  import.meta.glob<string>('./methods/[!_]*.md', { eager: true, query: '?raw', import: 'default' }),
);
