import { setAnalysisWords, type Titled } from './analysis-words';
import { setFormat } from './format';
import { setLocale } from './numbers';
import { setWords, type Catalogue } from './words';

/** A language is a folder here: its `index.ts` is one of these. */
export interface Language {
  /** For `Intl`: how figures, dates and plurals are written. */
  locale: string;
  words: Catalogue;
  /** Messages of each analysis and texts of each method, by the name of the file; asked for when they are first needed. */
  analyses: () => Promise<Record<string, Titled>>;
  methods: () => Promise<Record<string, string>>;
}

const found = import.meta.glob<Language>('./*/index.ts', { import: 'default' });

/** The tags of the languages that there are: the names of their folders. */
export const languages: readonly string[] = Object.keys(found).map((path) => path.split('/')[1] ?? path);

let current = 'en';
let analysisWords: Promise<void> | null = null;

const languageOf = (tag: string): Promise<Language> => found[`./${tag}/index.ts`]!();

/** Takes the words of that language; tells whether there is such a folder. */
export async function loadLanguage(tag: string): Promise<boolean> {
  if (!languages.includes(tag)) return false;
  const { locale, words } = await languageOf(tag);
  [current, analysisWords] = [tag, null];
  setLocale(locale);
  setWords(words);
  setFormat(locale, words.figures);
  return true;
}

/** What analyses and methods say in that language: not needed before a file is opened. */
export function loadAnalysisWords(): Promise<void> {
  analysisWords ??= fetchAnalysisWords().catch((error: unknown) => {
    analysisWords = null;
    throw error;
  });
  return analysisWords;
}

async function fetchAnalysisWords(): Promise<void> {
  const language = await languageOf(current);
  const [messages, methods] = await Promise.all([language.analyses(), language.methods()]);
  setAnalysisWords({ messages, methods });
}
