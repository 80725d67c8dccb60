/**
 * A sentence that is not written yet: which one, and what is in it. Workers and `ingest` hand over these, never words, so that
 * a language is one folder of `i18n` and nothing else. Each group of sentences in this folder is a type: its keys are the ids,
 * its values what the sentence needs. A language that lacks one of them fails the type check.
 */
export type Said<Sentences> = { [Id in keyof Sentences]: { id: Id; values: Sentences[Id] } }[keyof Sentences];

/** The sentences of a group in one language. */
export type Wording<Sentences, Text = string> = {
  readonly [Id in keyof Sentences]: (values: Sentences[Id]) => Text;
};

/** Of a sentence that is always the same. */
export type Nothing = Record<never, never>;
