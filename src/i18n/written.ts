import type { Said, Wording } from '../domain/said/said';

/** What happened, and what to do next. */
export interface Told {
  message: string;
  next?: string;
}

/** The sentence in the words of a language. */
export const written = <Sentences, Text>(wording: Wording<Sentences, Text>, said: Said<Sentences>): Text =>
  // An id and its values belong together by the type of `Said`; TypeScript cannot carry that through the look-up.
  (wording[said.id] as (values: unknown) => Text)(said.values);
