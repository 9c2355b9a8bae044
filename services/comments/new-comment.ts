import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { Block } from '../../shared/markdown.ts';
import type { Verdict } from '../../shared/moderation.ts';
import { newId } from '../ids.ts';
import type { About } from '../storage/comment-about.ts';
import type { CommentDoc, Outcome } from '../storage/comment-schema.ts';
import type { Actor, ModEvent } from '../storage/mod-events.ts';
import type { Link } from './markdown.ts';
import { bodyForReaders, maskText } from './masking.ts';
import { firstRank } from './rank.ts';
import type { Screened } from './screening.ts';

/** A comment as it is stored, with the event of its coming into being in its outbox. */
export function newComment(parts: {
  siteId: SiteId;
  authorId: PersonId;
  threadId: ThreadId;
  parent: CommentDoc | null;
  about: About;
  name: string;
  text: string;
  links: readonly Link[];
  body: Block[];
  hash: string;
  /** By which the same and nearly the same texts are found. */
  marks: number[];
  now: Date;
  screened: Screened;
}): CommentDoc {
  const { siteId, authorId, threadId, parent, text, hash, marks, now, screened } = parts;
  const { verdict, vis, review, queue, priority, troubling } = screened;
  const id = newId<CommentId>(now.getTime());
  const event: ModEvent = {
    id: newId(now.getTime()),
    seq: 1,
    type: screened.event,
    at: now,
    actor: rulesActor(verdict),
    before: null,
    after: { vis, review, queue },
    rev: 1,
    textHash: hash,
    ...{ codes: [], note: null, remark: null, rules: rulesOf(verdict) },
  };
  const queued =
    queue === null
      ? {}
      : { queue, queuedAt: now, firstQueuedAt: now, priority: priority.total, priorityParts: { ...priority.parts } };
  return {
    _id: id,
    siteId,
    threadId,
    parentId: parent?._id ?? null,
    rootId: parent?.rootId ?? id,
    depth: parent === null ? 0 : parent.depth + 1,
    authorId,
    ...forReaders(parts),
    authorStaff: false,
    createdAt: now,
    lang: screened.lang,
    rev: 1,
    text,
    textHash: hash,
    ...{ shingle: marks, ...parts.about },
    listed: vis === 'visible',
    ...(parent === null ? { rank: firstRank(now) } : {}),
    mod: {
      ...{ v: 1, vis, review, ...queued, ...outcomeOf(event), verdict },
      ...(troubling ? { troubling } : {}),
      ...{ outbox: [event], outboxAt: now },
    },
  };
}

/** The rules as who does something about a comment. */
export function rulesActor({ rulesetV }: Verdict): Actor {
  return { kind: 'rule', id: 'policy', name: `ruleset ${rulesetV}` };
}

/** Every rule that gave a reason, once. */
export function rulesOf({ hits }: Verdict): ModEvent['rules'] {
  return [...new Map(hits.map((hit) => [hit.ruleId, { id: hit.ruleId, v: hit.ruleV }])).values()];
}

/** Name and body as readers get them, everywhere and for good; what was typed stays beside them for moderators. */
function forReaders(parts: Parameters<typeof newComment>[0]): Pick<CommentDoc, 'authorName' | 'typedName' | 'body'> {
  const { name, text, body, links, screened } = parts;
  const { masks } = screened;
  return {
    ...(masks.name.length === 0 ? { authorName: name } : { authorName: maskText(name, masks.name), typedName: name }),
    body: bodyForReaders({ text, links, body, spans: masks.body }),
  };
}

/** What the rules settled by themselves has an outcome like a person's decision, so that it can be said who it was. */
function outcomeOf({ id, after, actor, at, rev }: ModEvent): { outcome?: Outcome } {
  if (after.review !== 'closed') return {};
  return { outcome: { kind: 'rejected', codes: [], note: null, by: actor, at, decidedAt: at, rev, eventId: id } };
}
