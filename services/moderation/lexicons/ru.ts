import type { LanguageSource } from './source.ts';

/** Russian. See fr.ts for what the severities do. */
export const RU: LanguageSource = {
  lang: 'ru',
  inflections: {},
  groups: [],
  exceptions: { words: '', prefixes: '', phrases: '' },
  starred: '',
  commonWords: '',
};
