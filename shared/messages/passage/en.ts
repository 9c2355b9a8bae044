import type { PassageSentences } from './sentences.ts';

export const en: PassageSentences = {
  question: {
    one: '“{question}”: read the discussion of this passage ({n} comment)',
    other: '“{question}”: read the discussion of this passage ({n} comments)',
  },
  passage: {
    one: 'Read the discussion of this passage ({n} comment)',
    other: 'Read the discussion of this passage ({n} comments)',
  },
  about: 'About “{question}”',
  aboutPart: 'About a passage of the article',
};
