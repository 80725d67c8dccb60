import { en } from './en/words';

/** Every language has all of English's messages; a missing one fails the type check. */
export type Catalogue = typeof en;

/** The messages on screen: `words.<area>.<message>`. Read them when they are said, not when a module is loaded. */
export let words: Catalogue = en;

/** Called by `language.ts` alone. */
export const setWords = (catalogue: Catalogue): void => {
  words = catalogue;
};
