import { SvelteMap } from 'svelte/reactivity';

/** Columns that a person has hidden, by list: the next list of the same kind comes without them, for as long as the page is open. */
const hidden = new SvelteMap<string, readonly string[]>();

export const hiddenIn = (list: string): readonly string[] => hidden.get(list) ?? [];

export function showColumn(list: string, column: string, isShown: boolean): void {
  const others = hiddenIn(list).filter((name) => name !== column);
  hidden.set(list, isShown ? others : [...others, column]);
}
