import type { SearchSentences } from './sentences.ts';

export const en: SearchSentences = {
  field: 'Search the comments',
  submit: 'Start the search',
  close: 'Close the search',
  searching: 'Searching…',
  found: { one: '{n} comment found', other: '{n} comments found' },
  foundSoFar: { one: '{n} comment found so far', other: '{n} comments found so far' },
  none: 'No comment contains these words.',
  noneSoFar: 'Nothing found among the newest comments.',
  goOn: 'Keep searching',
  feed: 'Follow this discussion by feed (Atom)',
};
