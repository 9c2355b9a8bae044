import type { LanguageSource } from './source.ts';

/** German. See fr.ts for what the severities do. */
export const DE: LanguageSource = {
  lang: 'de',
  inflections: {},
  groups: [],
  exceptions: { words: '', prefixes: '', phrases: '' },
  starred: '',
  commonWords: '',
};
