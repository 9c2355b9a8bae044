import type { BellSentences, Told } from '../../shared/messages/bell/sentences.ts';
import type { NotificationView } from '../../shared/notification.ts';
import { bellWords } from './bell-words.ts';
import type { Config } from './config.ts';
import type { Words } from './words.ts';

export type CommentLine = Extract<NotificationView, { kind: 'comment' }>;

export const isHere = ({ thread, site }: NotificationView, config: Config): boolean =>
  site === config.site && thread.key === config.thread;

/** Which sentence says all the reasons at once. That they follow the author is said with the author's name. */
function toldOf({ reasons }: CommentLine): Told {
  const has = (reason: (typeof reasons)[number]) => reasons.includes(reason);
  const where = has('thread') ? 'Thread' : '';
  if (has('reply')) return `${has('mention') ? 'replyMention' : 'reply'}${where}`;
  // Whoever follows the branch has a nearer reason than the discussion.
  if (has('mention')) return has('branch') ? 'mentionBranch' : `mention${where}`;
  return has('branch') ? 'branch' : has('thread') ? 'thread' : 'author';
}

interface Speech {
  words: BellSentences;
  say: Words['say'];
  config: Config;
}

/**
 * Why the reader is told of a comment, in words.
 * @param name what stands for the author
 */
export function sentenceOf(item: CommentLine, { words, say, name }: Omit<Speech, 'config'> & { name: string }): string {
  const who = item.reasons.includes('author') ? say(words.followed, { name }) : name;
  return say(words.told[toldOf(item)], { who });
}

/** What is said aloud of a notification as it comes; null if nothing is. */
export const spoken = async (item: NotificationView, { config, say }: Omit<Speech, 'words'>): Promise<string | null> =>
  spokenOf(item, { words: await bellWords(config), say, config });

/** Null where something else on the page says it. */
function spokenOf(item: NotificationView, { words, say, config }: Speech): string | null {
  switch (item.kind) {
    case 'comment':
      // The list itself says that there is more of it.
      if (isHere(item, config) && item.reasons.every((reason) => reason === 'thread')) return null;
      return sentenceOf(item, { words, say, name: item.actorName });
    case 'report':
      return `${say(words.report)} ${say(words[item.outcome])}`;
    case 'verdict':
      // What became of a comment on this page is told with its reasons, where it stands.
      return isHere(item, config) ? null : say(words.verdicts[item.outcome]);
  }
}
