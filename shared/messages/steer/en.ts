import type { SteerSentences } from './sentences.ts';

export const en: SteerSentences = {
  moderate: 'Moderate',
  comment: 'Moderate the comment by {name} (new window)',
  discussion: 'Moderate the discussion (new window)',
  stop: 'Do not show again',
  stopAll: 'Do not show again (these buttons)',
};
