import type { PreviewSentences } from './sentences.ts';

export const en: PreviewSentences = {
  nothing: 'Write something, and you will see it here as others will.',
  written: 'You write',
  seen: 'People see',
  paragraphs: 'An empty line begins a new paragraph.',
  sends: '{key}+Enter posts the comment.',
};
