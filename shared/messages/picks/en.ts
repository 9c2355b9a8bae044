import type { PicksSentences } from './sentences.ts';

export const en: PicksSentences = {
  which: 'Which comments are shown',
  all: 'All comments',
  picks: 'Editor’s picks ({n})',
  mark: 'Editor’s pick',
  inDiscussion: 'Show in the discussion',
};
