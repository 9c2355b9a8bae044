import type { BellSentences } from './sentences.ts';

export const en: BellSentences = {
  none: 'No notifications yet. Replies to your comments will appear here.',
  nowhere: 'The address of this article is not known.',
  untitled: 'A discussion without a title',
  followed: '{name}, whom you follow,',
  told: {
    reply: '{who} replied to you.',
    replyThread: '{who} replied to you in a discussion you follow.',
    replyMention: '{who} replied to you and mentions you.',
    replyMentionThread: '{who} replied to you and mentions you in a discussion you follow.',
    mention: '{who} mentioned you.',
    mentionThread: '{who} mentioned you in a discussion you follow.',
    mentionBranch: '{who} mentioned you in a conversation you follow.',
    branch: '{who} replied in a conversation you follow.',
    thread: '{who} wrote in a discussion you follow.',
    author: '{who} has posted a comment.',
  },
  report: 'Your report has been reviewed.',
  upheld: 'The comment has been removed. Thank you.',
  dismissed: 'The comment stays, as it is within the rules.',
  verdicts: {
    held: 'Your comment is now waiting for a moderator to read it.',
    published: 'Your comment is published.',
    refused: 'Your comment was refused.',
  },
  appeal: 'Open the comment to read it again or to appeal.',
  unread: 'unread',
  readAll: 'Mark all as read',
  more: 'Show older notifications',
};
