import { PLACES, type Analysis } from './define';

/** Every folder here with an `analysis.ts` is an analysis, but the template: no list to edit. */
const found = import.meta.glob<{ default: Analysis }>('./[!_]*/analysis.ts', { eager: true });

const listed = Object.values(found)
  .map((module) => module.default)
  .sort(
    (one, other) =>
      PLACES.indexOf(one.tabs[0].place) - PLACES.indexOf(other.tabs[0].place) ||
      one.tabs[0].order - other.tabs[0].order ||
      one.id.localeCompare(other.id, 'en'),
  );

/** By id, in the order of the places and their tabs. */
export const analyses: ReadonlyMap<string, Analysis> = new Map(
  listed.map((analysis) => [analysis.id, analysis]),
);
