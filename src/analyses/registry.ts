import type { Analysis } from './define';

/** Every folder here with an `analysis.ts` is an analysis: no list to edit. */
const found = import.meta.glob<{ default: Analysis }>('./*/analysis.ts', { eager: true });

export const analyses: ReadonlyMap<string, Analysis> = new Map(
  Object.values(found).map((module) => [module.default.id, module.default]),
);
