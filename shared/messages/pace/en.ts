import type { PaceSentences } from './sentences.ts';

export const en: PaceSentences = {
  slow: 'This discussion is very busy: everyone can write one comment every {n} s.',
  closed: 'This discussion is closed.',
  closedWriting:
    'This discussion is closed: this text can no longer be posted. It stays here as long as this page is open.',
  premod: 'Comments in this discussion are read by a moderator before they are published.',
};
