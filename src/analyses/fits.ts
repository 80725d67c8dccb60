import type { FitTask } from './define';

/** Every folder here with a `fit.ts` has an answer that needs a fit. Read by the model worker and by tests alone. */
const found = import.meta.glob<{ default: FitTask }>('./*/fit.ts', { eager: true });

export const fits: ReadonlyMap<string, FitTask> = new Map(
  Object.entries(found).map(([path, module]) => [path.split('/')[1] ?? path, module.default]),
);
