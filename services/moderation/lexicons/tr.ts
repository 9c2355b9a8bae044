import type { LanguageSource } from './source.ts';

/** Turkish. See fr.ts for what the severities do. */
export const TR: LanguageSource = {
  lang: 'tr',
  inflections: {},
  groups: [],
  exceptions: { words: '', prefixes: '', phrases: '' },
  starred: '',
  commonWords: '',
};
