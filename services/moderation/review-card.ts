import type { Action } from '../../shared/moderation.ts';
import type { PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { ClaimView, OtherComment, OutcomeView, ReviewCard } from '../../shared/review.ts';
import type { Site } from '../../shared/site.ts';
import { typedName } from '../comments/comment.ts';
import type { AuthorFigures } from './author-figures.ts';
import { barredActions, type OwnCaseDeps } from './own-case.ts';
import type { Appeal, Claim, CommentDoc, Outcome } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import { threadsOf, type NamedThreads, type ThreadName } from '../threads/named-threads.ts';

export interface CardDeps extends OwnCaseDeps {
  comments: Pick<CommentStore, 'byIds'>;
  threads: NamedThreads;
  siteById: (id: string) => Promise<Site | null>;
  figuresOf: (authorId: PersonId) => Promise<AuthorFigures>;
}

export async function toCard(deps: CardDeps, doc: CommentDoc): Promise<ReviewCard> {
  const [card] = await toCards(deps, [doc]);
  if (card === undefined) throw new Problem('not-found');
  return card;
}

/** Cards for several comments: what they all need is fetched together. */
export async function toCards(deps: CardDeps, docs: CommentDoc[]): Promise<ReviewCard[]> {
  const parentIds = docs.flatMap((doc) => (doc.parentId === null ? [] : [doc.parentId]));
  const authorIds = [...new Set(docs.map((doc) => doc.authorId))];
  const [threadOf, parents, figures] = await Promise.all([
    threadsOf(deps.threads, docs),
    parentIds.length === 0 ? [] : deps.comments.byIds([...new Set(parentIds)]),
    Promise.all(authorIds.map(deps.figuresOf)),
  ]);
  const parentById = new Map(parents.map((parent) => [parent._id, parent]));
  const figuresById = new Map(authorIds.map((id, i) => [id, figures[i]]));
  return Promise.all(
    docs.map(async (doc) => {
      const [site, barred] = await Promise.all([deps.siteById(doc.siteId), barredActions(deps, doc)]);
      return cardOf(doc, {
        siteName: site?.name ?? doc.siteId,
        thread: threadOf(doc.threadId),
        parent: doc.parentId === null ? undefined : parentById.get(doc.parentId),
        figures: figuresById.get(doc.authorId) ?? { published: 0, refused: 0 },
        barred,
      });
    }),
  );
}

function cardOf(
  doc: CommentDoc,
  about: {
    siteName: string;
    thread: ThreadName;
    parent: CommentDoc | undefined;
    figures: AuthorFigures;
    barred: readonly Action[];
  },
): ReviewCard {
  const { mod } = doc;
  const { thread, parent, figures, barred } = about;
  return {
    id: doc._id,
    site: { id: doc.siteId, name: about.siteName },
    thread: { id: doc.threadId, ...thread },
    author: { id: doc.authorId, name: typedName(doc), ...figures },
    parent: parent === undefined ? null : otherComment(parent),
    ...(doc.passage === undefined ? {} : { passage: doc.passage }),
    lang: doc.lang,
    text: doc.text,
    rev: doc.rev,
    v: mod.v,
    vis: mod.vis,
    review: mod.review,
    queue: mod.queue ?? null,
    snoozedUntil: mod.snooze?.until.toISOString() ?? null,
    priority: mod.priority === undefined ? null : { total: mod.priority, parts: mod.priorityParts ?? {} },
    verdict: mod.verdict,
    claim: claimView(mod.claim),
    flags: mod.flags === undefined ? null : { count: mod.flags.count, weight: mod.flags.weight },
    appeal: appealView(mod.appeal, barred),
    outcome: outcomeView(mod.outcome),
    undo: undoView(doc),
    pinnedAt: mod.pin?.at.toISOString() ?? null,
    featuredAt: mod.feature?.at.toISOString() ?? null,
    ...(mod.wipedAt === undefined ? {} : { wipedAt: mod.wipedAt.toISOString() }),
    createdAt: doc.createdAt.toISOString(),
    queuedAt: mod.queuedAt?.toISOString() ?? null,
  };
}

export function otherComment(doc: CommentDoc): OtherComment {
  return { id: doc._id, authorName: typedName(doc), text: doc.text, hits: doc.mod.verdict.hits };
}

export function claimView(claim: Claim | undefined): ClaimView | null {
  return claim === undefined ? null : { by: claim.by, at: claim.at.toISOString(), until: claim.until.toISOString() };
}

function appealView(appeal: Appeal | undefined, barred: readonly Action[]): ReviewCard['appeal'] {
  if (appeal === undefined) return null;
  return { at: appeal.at.toISOString(), text: appeal.text, against: appeal.against, barred: [...barred] };
}

export function outcomeView(outcome: Outcome | undefined): OutcomeView | null {
  if (outcome === undefined) return null;
  const { kind, codes, note, by, at } = outcome;
  return { kind, codes, note, by, at: at.toISOString() };
}

function undoView({ mod: { last } }: CommentDoc): ReviewCard['undo'] {
  return last?.was === undefined ? null : { eventId: last.eventId, by: last.by, at: last.at.toISOString() };
}
