import { KINDS, type Entry, type Kind, type Provider } from './entry';

/** Entries shown of one kind; the rest is counted. */
const MOST = 8;

export interface Section {
  kind: Kind;
  entries: Entry[];
  /** How many more were found. */
  more: number;
}

const best = (entries: readonly Entry[]): number => Math.min(...entries.map(({ score }) => score));

/** What was found, by kind: the kind with the best match first, and the best of each kind first. */
export function sectionsOf(found: readonly Entry[]): Section[] {
  return KINDS.flatMap((kind) => {
    const of = found.filter((entry) => entry.kind === kind).toSorted((one, other) => one.score - other.score);
    const entries = of.slice(0, kind === 'places' ? of.length : MOST);
    return of.length === 0 ? [] : [{ kind, entries, more: of.length - entries.length }];
  }).toSorted((one, other) => best(one.entries) - best(other.entries));
}

/** Asks all at once. One that fails finds nothing: its own page says why. */
export async function found(providers: readonly Provider[], text: string): Promise<Entry[]> {
  const answers = await Promise.allSettled(providers.map((provider) => provider.find(text)));
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}
