import { en } from '../en/words';
import type { Language } from '../language';
import { pseudo, pseudoMethod } from './accented';

/**
 * No language: English with accents, longer and in brackets, to see which words are not in the catalogue and which do not
 * fit. Figures and days are written as in German, so that those which are not written by the language stand out too.
 */
const language: Language = {
  locale: 'de-DE',
  words: pseudo(en),
  analyses: async () => pseudo((await import('../en/every-analysis')).analyses),
  methods: async () =>
    Object.fromEntries(
      Object.entries((await import('../en/every-method')).methods).map(([id, text]) => [
        id,
        pseudoMethod(text),
      ]),
    ),
};
export default language;
