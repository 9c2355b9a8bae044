import type { LanguageSource } from './source.ts';

/** Arabic. See fr.ts for what the severities do. */
export const AR: LanguageSource = {
  lang: 'ar',
  inflections: {},
  groups: [],
  exceptions: { words: '', prefixes: '', phrases: '' },
  starred: '',
  commonWords: '',
};
