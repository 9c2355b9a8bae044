import type { NudgeSentences } from './sentences.ts';

export const en: NudgeSentences = {
  lead: 'These words may keep your comment back:',
  links: 'Links: this site lets {n} pass without a look.',
  shouting: 'Capital letters read like shouting.',
  language: 'In this language, your comment will have to wait until somebody can read it.',
  kinds: {
    profanity: 'coarse',
    insult: 'insult',
    slur: 'slur',
    sexual: 'sexual',
    threat: 'threat',
  },
  inName: 'in your name',
  rewrite: 'Rewrite',
  anyway: 'Post anyway',
};
