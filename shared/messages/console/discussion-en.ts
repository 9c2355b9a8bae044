import type { DiscussionSentences } from './discussion-sentences.ts';

export const discussionEn: DiscussionSentences = {
  heat: {
    slow: '{title} is very busy ({n} comments in one minute, {age} ago): one comment per person every {every} s.',
    premod: {
      one: '{title}: {n} comment of {of} in ten minutes was refused or held ({age} ago); all wait for a moderator.',
      other: '{title}: {n} comments of {of} in ten minutes were refused or held ({age} ago); all wait for a moderator.',
    },
  },
  onPage: {
    title: 'Moderate on the page',
    see: 'See on the page',
    isPinned: 'Pinned',
    pin: 'Pin to the top',
    unpin: 'Unpin',
    isFeatured: 'Editor’s pick',
    feature: 'Make it an editor’s pick',
    unfeature: 'Take it off the editor’s picks',
    pinned: 'At the top of the discussion',
    undo: 'Undo my last act',
    count: { one: '{n} comment published', other: '{n} comments published' },
    waiting: '{n} waiting: open the queue (new window)',
    open: 'The discussion is open.',
    closed: 'Discussion closed by {by}, {when}.',
    close: 'Close the discussion',
    closeHint: 'Nobody will be able to write there or edit a comment. It can still be read, reacted to and reported.',
    reopen: 'Reopen the discussion',
    reopenHint: 'Everybody will be able to write there again.',
  },
};
