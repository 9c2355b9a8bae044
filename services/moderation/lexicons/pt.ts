import type { LanguageSource } from './source.ts';

/** Portuguese. See fr.ts for what the severities do. */
export const PT: LanguageSource = {
  lang: 'pt',
  inflections: {},
  groups: [],
  exceptions: { words: '', prefixes: '', phrases: '' },
  starred: '',
  commonWords: '',
};
