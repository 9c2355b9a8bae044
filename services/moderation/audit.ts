import type { AuditEvent, AuditFilter as AskedFilter, AuditPage, History } from '../../shared/audit.ts';
import type { Scope } from '../../shared/identity.ts';
import type { CommentId } from '../../shared/ids.ts';
import type { Hit } from '../../shared/moderation.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import { typedName } from '../comments/comment.ts';
import { excerpt, spanInExcerpt } from '../comments/text.ts';
import { pageOf, readCursor } from '../cursor.ts';
import type { AuditFilter } from '../storage/audit-queries.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ModEventDoc, ModEventStore } from '../storage/mod-events.ts';
import { threadsOf, type NamedThreads, type ThreadName } from '../threads/named-threads.ts';
import { flawsOf, readTrail, waitingOf } from './trail.ts';

export interface AuditDeps {
  events: Pick<ModEventStore, 'page' | 'undoneAmong' | 'ofComment'>;
  comments: Pick<CommentStore, 'byId' | 'byIds'>;
  threads: NamedThreads;
  siteById: (id: string) => Promise<Site | null>;
}

/** An event as it is told; one that is still in its comment's outbox has no hash yet. */
type Told = Omit<ModEventDoc, 'prevHash' | 'hash'>;

/** Characters of a text that tell which comment it is. */
const EXCERPT_LENGTH = 160;

/** What a moderator asked for, as the store is asked. */
export function auditFilterOf(asked: AskedFilter, sites: Scope): AuditFilter {
  const { actor, type, comment, batch, from, to } = asked;
  return {
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(type === undefined ? {} : { types: [...new Set(Array.isArray(type) ? type : [type])] }),
    sites,
    ...(comment === undefined ? {} : { commentId: comment }),
    ...(batch === undefined ? {} : { batchId: batch }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
  };
}

/** One page of what happened, newest first. @throws Problem `cursor-invalid` */
export async function readAudit(
  deps: AuditDeps,
  { filter, cursor, limit }: { filter: AuditFilter; cursor: string | undefined; limit: number },
): Promise<AuditPage> {
  const found = await deps.events.page(filter, { place: readCursor<string>(cursor), limit: limit + 1 });
  const { docs, next } = pageOf(found, limit, ({ at, _id }) => ({ at, id: _id }));
  return { items: await toAuditEvents(deps, docs), next };
}

/** Everything that happened to a comment, oldest first, and whether it accounts for the comment. @throws Problem `not-found` */
export async function readHistory(deps: AuditDeps, commentId: CommentId): Promise<History> {
  const trail = await readTrail({ byId: deps.comments.byId, ofComment: deps.events.ofComment }, commentId);
  const { head, events } = trail;
  if (head === null) throw new Problem('not-found');
  const of = { commentId, siteId: head.siteId, threadId: head.threadId };
  const waiting = waitingOf(trail).map(({ id, ...event }) => ({ ...event, ...of, _id: id }));
  return { items: await toAuditEvents(deps, [...events, ...waiting]), intact: flawsOf(trail).length === 0 };
}

/** Events with what tells which comment they are about; what they all need is fetched together. */
export async function toAuditEvents(deps: AuditDeps, docs: readonly Told[]): Promise<AuditEvent[]> {
  const unique = (ids: string[]): string[] => [...new Set(ids)];
  const [comments, threadNamed, undone] = await Promise.all([
    deps.comments.byIds(unique(docs.map(({ commentId }) => commentId)) as CommentId[]),
    threadsOf(deps.threads, docs),
    deps.events.undoneAmong(docs.map(({ _id }) => _id)),
  ]);
  const commentById = new Map<string, CommentDoc>(comments.map((comment) => [comment._id, comment]));
  // Newer than what is undone is what undoes it, so of a whole history it may be on its way to the audit yet.
  const takenBack = new Set([...undone, ...docs.map(({ undoes }) => undoes)]);
  return Promise.all(
    docs.map(async (doc) => ({
      ...eventOf(doc),
      ...authorsOwn(doc, commentById.get(doc.commentId)),
      site: { id: doc.siteId, name: (await deps.siteById(doc.siteId))?.name ?? doc.siteId },
      thread: threadOf(doc, threadNamed(doc.threadId)),
      comment: commentOf(doc, commentById.get(doc.commentId)),
      undone: takenBack.has(doc._id),
    })),
  );
}

function eventOf(doc: Told): Omit<AuditEvent, 'site' | 'thread' | 'comment' | 'undone'> {
  const { _id, seq, type, at, actor, before, after, rev, codes, note, remark, rules } = doc;
  return {
    ...{ id: _id, seq, type, at: at.toISOString(), actor, before, after, rev, codes, note, remark, rules },
    until: doc.until?.toISOString() ?? null,
    openMs: doc.openMs ?? null,
    batchId: doc.batchId ?? null,
    takenFrom: doc.takenFrom ?? null,
    undoes: doc.undoes ?? null,
  };
}

/** Name and words of an author are not in the audit; they are the comment's as long as it has them. */
function authorsOwn({ actor, type, note }: Told, comment: CommentDoc | undefined): Pick<AuditEvent, 'actor' | 'note'> {
  if (actor.kind !== 'author' || comment === undefined) return { actor, note };
  const words = type === 'appealed' ? (comment.mod.appeal?.text ?? null) : null;
  return { actor: { ...actor, name: typedName(comment) }, note: words };
}

function threadOf({ threadId: id }: Told, { title, url }: ThreadName): AuditEvent['thread'] {
  return { id, title, url };
}

function commentOf({ commentId }: Told, comment: CommentDoc | undefined): AuditEvent['comment'] {
  if (comment === undefined) return { id: commentId, authorName: '', excerpt: '', hits: [] };
  const { text, mod } = comment;
  return {
    ...{ id: commentId, authorName: typedName(comment), excerpt: excerpt(text, EXCERPT_LENGTH) },
    hits: mod.verdict.hits.flatMap((hit) => hitInExcerpt(hit, text)),
  };
}

function hitInExcerpt(hit: Hit, text: string): Hit[] {
  if (hit.span === undefined || hit.field === 'name') return [hit];
  const span = spanInExcerpt(text, hit.span, EXCERPT_LENGTH);
  return span === null ? [] : [{ ...hit, span }];
}
