import type { LanguageSource } from './source.ts';

/** Spanish. See fr.ts for what the severities do. */
export const ES: LanguageSource = {
  lang: 'es',
  inflections: {},
  groups: [],
  exceptions: { words: '', prefixes: '', phrases: '' },
  starred: '',
  commonWords: '',
};
