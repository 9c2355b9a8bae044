import type { ComposerSentences } from './sentences.ts';

export const en: ComposerSentences = {
  left: { one: '{n} character left', other: '{n} characters left' },
  over: { one: '{n} character too many', other: '{n} characters too many' },
  tooMany: 'That was a lot at once. Your text is still here.',
  retryAt: 'You can try again from {time}.',
  waitUntil: 'Possible from {time}',
  mentions: { one: '{n} person to mention', other: '{n} people to mention' },
};
