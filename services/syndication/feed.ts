import { ar } from '../../shared/messages/feed/ar.ts';
import { de } from '../../shared/messages/feed/de.ts';
import { en } from '../../shared/messages/feed/en.ts';
import { es } from '../../shared/messages/feed/es.ts';
import { fr } from '../../shared/messages/feed/fr.ts';
import { it } from '../../shared/messages/feed/it.ts';
import { pt } from '../../shared/messages/feed/pt.ts';
import { tr } from '../../shared/messages/feed/tr.ts';
import type { FeedSentences } from '../../shared/messages/feed/sentences.ts';
import { format, type Message } from '../../shared/messages/format.ts';
import { pickLanguage, type Language } from '../../shared/messages/languages.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { FEED_SIZE } from '../../shared/limits.ts';
import type { Site } from '../../shared/site.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ThreadDoc } from '../storage/threads.ts';
import { threadsOf, type ThreadName } from '../threads/named-threads.ts';
import { linkTo, type ArticleDeps } from './articles.ts';
import { escapeMarkup, htmlOf, isolated } from './markup.ts';

/** A feed, whichever way it is written down. Texts are plain; `html` is safe to show. */
export interface Feed {
  /** The same for ever, wherever the service moves. */
  id: string;
  title: string;
  /** The article; absent for a whole site, and until it is known. */
  url?: string;
  lang: string;
  /** When the newest change of what is in it was made; of an empty one, when its discussion began. */
  updatedAt: Date;
  entries: Entry[];
}

export interface Entry {
  id: string;
  title: string;
  /** The comment in its article. */
  url?: string;
  author: string;
  lang: string;
  html: string;
  publishedAt: Date;
  updatedAt: Date;
}

export interface FeedDeps extends ArticleDeps {
  comments: Pick<CommentStore, 'published'>;
  threads: ArticleDeps['threads'] & { byId(id: ThreadId): Promise<ThreadDoc | null> };
}

const sentences: Record<Language, FeedSentences> = { en, fr, de, es, it, pt, tr, ar };

/** The newest published comments of a site, or of one of its discussions. A discussion nobody has begun is an empty one. */
export async function readFeed(deps: FeedDeps, site: Site, threadId?: ThreadId): Promise<Feed> {
  const thread = threadId === undefined ? null : await deps.threads.byId(threadId);
  const docs = await deps.comments.published(threadId === undefined ? { siteId: site.id } : { threadId }, FEED_SIZE);
  const articleOf = await threadsOf(deps.threads, docs);
  const lang = thread?.lang ?? site.lang;
  const say = sayIn(lang);
  const entries = docs.map((doc) => entryOf(doc, articleOf(doc.threadId), { say, titled: threadId === undefined }));
  return {
    id: threadId === undefined ? `urn:tribune:site:${site.id}` : `urn:tribune:thread:${threadId}`,
    title: titleOf(site, thread, say),
    ...(thread?.url == null ? {} : { url: thread.url }),
    lang,
    updatedAt: new Date(Math.max(thread?.createdAt.getTime() ?? 0, ...entries.map((entry) => +entry.updatedAt))),
    entries,
  };
}

type Say = (name: keyof FeedSentences, params: Record<string, string>) => string;

function sayIn(lang: string): Say {
  const language = pickLanguage([lang]);
  const words: Record<keyof FeedSentences, Message> = sentences[language];
  return (name, params) =>
    format(
      words[name],
      Object.fromEntries(Object.entries(params).map(([key, value]) => [key, isolated(value)])),
      language,
    );
}

function titleOf(site: Site, thread: ThreadDoc | null, say: Say): string {
  return thread?.title == null ? say('ofSite', { site: site.name }) : say('ofThread', { title: thread.title });
}

/** @param titled whether its title names the article, since the feed is of many */
function entryOf(doc: CommentDoc, article: ThreadName, { say, titled }: { say: Say; titled: boolean }): Entry {
  const url = linkTo(article.url, doc._id);
  const name = doc.authorName;
  const about = titled ? article.title : null;
  return {
    id: `urn:tribune:comment:${doc._id}`,
    title: about === null ? say('by', { name }) : say('byOn', { name, title: about }),
    ...(url === null ? {} : { url }),
    author: name,
    lang: doc.lang,
    html: passageOf(doc, say) + htmlOf(doc.body),
    publishedAt: doc.createdAt,
    updatedAt: doc.editedAt ?? doc.createdAt,
  };
}

/** A comment about a passage answers the question that stands there, and says little without it. */
function passageOf({ passage }: CommentDoc, say: Say): string {
  if (passage === undefined || passage.question === null) return '';
  return `<p>${escapeMarkup(say('about', { question: passage.question }))}</p>`;
}
