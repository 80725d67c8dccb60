import type { Language } from '../language';
import { ENGLISH } from '../numbers';
import { en } from './words';

const language: Language = {
  locale: ENGLISH,
  words: en,
  analyses: async () => (await import('./every-analysis')).analyses,
  methods: async () => (await import('./every-method')).methods,
};
export default language;
