import type { SearchSentences } from './search-sentences.ts';

export const searchEn: SearchSentences = {
  search: {
    results: 'Results',
    vis: 'For readers',
    state: 'Decision',
    span: 'Posted within',
    go: 'Search',
    everywhere: 'Search all authors and discussions',
    open: 'Details',
    searching: 'Searching…',
    searchedTo: 'Searched back to {when}. There are more comments, older ones.',
    nothing: 'No comment fits.',
    all: { one: '{n} comment, everything has been searched.', other: '{n} comments, everything has been searched.' },
    more: 'Search further',
  },
  searchStates: {
    none: 'None, the rules sufficed',
    open: 'Waiting',
    escalated: 'Passed on to an admin',
    closed: 'Taken',
  },
};
