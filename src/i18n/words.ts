import { en } from './en';

/** Every language has all of English's messages; a missing one fails the type check. */
export type Catalogue = typeof en;

/** The messages on screen: `words.<area>.<message>`. */
export const words: Catalogue = en;
