import type { PaceSentences } from './sentences.ts';

export const en: PaceSentences = {
  slow: 'This discussion is very busy: everyone can write one comment every {n} s.',
  premod: 'Comments in this discussion are read by a moderator before they are published.',
};
