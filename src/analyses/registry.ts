import { GROUPS, type Analysis } from './define';

/** Every folder here with an `analysis.ts` is an analysis, but the template: no list to edit. */
const found = import.meta.glob<{ default: Analysis }>('./[!_]*/analysis.ts', { eager: true });

const LAST = 1000;
const listed = Object.values(found)
  .map((module) => module.default)
  .sort(
    (one, other) =>
      GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group) ||
      (one.place ?? LAST) - (other.place ?? LAST) ||
      one.id.localeCompare(other.id, 'en'),
  );

/** By id, in the order of the owner's questions. */
export const analyses: ReadonlyMap<string, Analysis> = new Map(
  listed.map((analysis) => [analysis.id, analysis]),
);
