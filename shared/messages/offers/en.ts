import type { OfferSentences } from './sentences.ts';

export const en: OfferSentences = {
  react: 'React to this comment',
  reactWith: 'React with {emoji}.',
  reacted: { one: '{n} person has reacted with it.', other: '{n} people have reacted with it.' },
  rate: { one: 'Give this article {n} star', other: 'Give this article {n} stars' },
  rated: { one: '{average} out of {most}, from {n} rating', other: '{average} out of {most}, from {n} ratings' },
  unrated: 'Nobody has rated this article yet.',
};
