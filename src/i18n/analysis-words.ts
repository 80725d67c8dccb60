/** What each analysis says, by its id. Each file of `en/analyses/` adds its own: every other language has all of them. */
export interface AnalysisWords {}

/** What every analysis says of itself. */
export interface Titled {
  title: string;
  /** The label of its tab: two words, or three short ones. */
  tab: string;
  /** The question in an owner's words. */
  question: string;
  /** What the trade calls it, between commas: the palette finds it by these too. */
  also: string;
}

interface Loaded {
  messages: Readonly<Record<string, Titled>>;
  methods: Readonly<Record<string, string>>;
}

let loaded: Loaded = { messages: {}, methods: {} };

/** Called by `language.ts` alone. */
export const setAnalysisWords = (fresh: Loaded): void => {
  loaded = fresh;
};

/** The messages of an analysis in the language on screen; `loadAnalysisWords` has to be over. */
export function messagesOf<Id extends keyof AnalysisWords>(id: Id): AnalysisWords[Id] {
  const found = loaded.messages[id];
  if (!found) throw new Error(`The words of ${id} are not loaded.`);
  return found as AnalysisWords[Id];
}

/** Title and question of any analysis; its id where its words are not loaded. */
export const titledOf = (id: string): Titled =>
  loaded.messages[id] ?? { title: id, tab: id, question: id, also: '' };

/** How an analysis counts, or what a model assumes: a heading line, then paragraphs. */
export const methodOf = (id: string): string => loaded.methods[id] ?? '';

/** The names of all methods, in the order of their files. */
export const methodNames = (): string[] => Object.keys(loaded.methods);
