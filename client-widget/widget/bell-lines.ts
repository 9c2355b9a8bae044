import type { BellSentences, Told } from '../../shared/messages/bell/sentences.ts';
import type { Inbox, NotificationView } from '../../shared/notification.ts';
import type { Config } from './config.ts';
import type { Words } from './words.ts';

export type CommentLine = Extract<NotificationView, { kind: 'comment' }>;

/** What is known of the reader's notifications, newest first, and where they go on. */
export type Lines = Pick<Inbox, 'items' | 'next'>;

/** Notifications about one article. */
export interface ArticleLines {
  thread: NotificationView['thread'];
  items: NotificationView[];
}

/** Article by article, the one with the newest notification first. */
export function byArticle(items: readonly NotificationView[]): ArticleLines[] {
  const groups = new Map<string, ArticleLines>();
  for (const item of items) {
    const key = `${item.site}/${item.thread.key}`;
    const group = groups.get(key) ?? { thread: item.thread, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * What is known after the first page was read again. Further pages stay only where it goes on into them: if its last line was not
 * known, lines may be missing between the two.
 */
export function withFirstPage(known: Lines, page: Lines): Lines {
  const last = page.items.at(-1);
  const at = known.items.findIndex(({ id, createdAt }) => id === last?.id && createdAt === last.createdAt);
  if (page.next === null || at < 0) return page;
  return withNextPage(page, { items: known.items.slice(at + 1), next: known.next });
}

/** The same after the next page came; a line that has moved up meanwhile stands once, where it is now. */
export function withNextPage(known: Lines, page: Lines): Lines {
  const ids = new Set(known.items.map(({ id }) => id));
  return { items: [...known.items, ...page.items.filter(({ id }) => !ids.has(id))], next: page.next };
}

export const isHere = ({ thread, site }: NotificationView, config: Config): boolean =>
  site === config.site && thread.key === config.thread;

/**
 * Whether there is a way to what it is about. The address of another article may never have been told, and what was reported with
 * success is gone.
 */
export const leads = (item: NotificationView, config: Config): boolean =>
  !(item.kind === 'report' && item.outcome === 'upheld') && (isHere(item, config) || item.thread.url !== null);

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

/** What is said aloud of a notification as it comes; null where something else on the page says it. */
export function spokenOf(item: NotificationView, { words, say, config }: Speech): string | null {
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
