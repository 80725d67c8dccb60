import { analyses } from '../../analyses/registry';
import { methodNames, methodOf } from '../../i18n/analysis-words';

/** The models that have a page: every method that is of no analysis. */
export const modelIds = (): string[] => methodNames().filter((name) => !analyses.has(name));

/** How each analysis counts, in the order of their files. */
export const analysisMethods = (): string[] =>
  methodNames()
    .filter((name) => analyses.has(name))
    .map(methodOf);

export interface Block {
  kind: 'title' | 'head' | 'formula' | 'text';
  text: string;
}

/** A text of one title, heads, paragraphs, and formulas that are set in by four blanks. */
export const blocksOf = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part): Block => {
      if (part.startsWith('# ')) return { kind: 'title', text: part.slice(2).trim() };
      if (part.startsWith('## ')) return { kind: 'head', text: part.slice(3).trim() };
      return part.startsWith('    ')
        ? { kind: 'formula', text: part.trim() }
        : { kind: 'text', text: part.trim() };
    });

/** The title of a model's page; null where there is none. */
export const titleOf = (id: string): string | null =>
  analyses.has(id) ? null : (blocksOf(methodOf(id))[0]?.text ?? null);
