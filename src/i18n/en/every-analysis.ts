import type { Titled } from '../analysis-words';
import { byName } from '../by-name';

/** One file for each analysis, found by its name: no list to edit. */
export const analyses = byName(
  import.meta.glob<Titled>('./analyses/[!_]*.ts', { eager: true, import: 'messages' }),
);
