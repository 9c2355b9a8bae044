import type { LanguageSource } from './source.ts';

/** Italian. See fr.ts for what the severities do. */
export const IT: LanguageSource = {
  lang: 'it',
  inflections: {},
  groups: [],
  exceptions: { words: '', prefixes: '', phrases: '' },
  starred: '',
  commonWords: '',
};
