import type { PersonId, ThreadId } from '../../shared/ids.ts';
import type { OwnExport } from '../../shared/own.ts';
import { ownView, typedName } from '../comments/comment.ts';
import { voiceOf } from '../comments/vote.ts';
import { placeOf } from '../cursor.ts';
import { toViews, type InboxDeps } from '../notifications/inbox.ts';
import { muteView } from '../notifications/mutes.ts';
import { subscriptionViews } from '../notifications/subscriptions.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { DevMailStore } from '../storage/dev-mail.ts';
import type { LetterDoc, LetterStore, ReaderSubject } from '../storage/letters.ts';
import type { PeopleStore } from '../storage/people.ts';
import type { Place } from '../storage/place.ts';
import type { RatingStore } from '../storage/ratings.ts';
import type { ReactionStore } from '../storage/reactions.ts';
import type { ReportDoc, ReportStore } from '../storage/reports.ts';
import type { SanctionAct, SanctionStore } from '../storage/sanctions.ts';
import type { SubscriptionStore } from '../storage/subscriptions.ts';
import type { VoteStore } from '../storage/votes.ts';
import { threadsOf, type NamedThreads, type ThreadName } from '../threads/named-threads.ts';
import { KEPT_IDENTITY, type KeptIdentityDeps } from './kept-identity.ts';

export interface KeptDeps extends KeptIdentityDeps {
  comments: Pick<CommentStore, 'ofAuthor' | 'byIds' | 'lastSeenOf' | 'unmention'>;
  reactions: Pick<ReactionStore, 'ofPerson'>;
  votes: Pick<VoteStore, 'allOf' | 'put'>;
  ratings: Pick<RatingStore, 'ofPerson'>;
  reports: Pick<ReportStore, 'ofPerson' | 'orphan'>;
  notifications: Pick<InboxDeps['notifications'], 'page'> & { removeOf(personId: string): Promise<void> };
  letters: Pick<LetterStore, 'ofPerson' | 'removeOf' | 'removeSignIns'>;
  devMail: Pick<DevMailStore, 'ofPerson' | 'removeOf' | 'removeSignIns'>;
  subscriptions: Pick<SubscriptionStore, 'ofPerson' | 'removeOf' | 'removeTo'>;
  people: Pick<PeopleStore, 'byId' | 'unmuteForAll'>;
  sanctions: Pick<SanctionStore, 'ofPerson' | 'wipe'>;
  personNotes: { removeOf(personId: PersonId): Promise<void> };
  threads: InboxDeps['threads'];
  named: NamedThreads;
  /** Takes back a person's reaction to an article, and the stars they gave one. */
  unreact: (of: { personId: PersonId; threadId: ThreadId }) => Promise<unknown>;
  unrate: (of: { personId: PersonId; threadId: ThreadId }) => Promise<unknown>;
}

/** What there is about a person, by the name it has in their export; each a list that may be long. */
export type KeptName = Exclude<keyof OwnExport, 'at' | 'person'>;

interface Kept<Item> {
  /** All of it as the person may read it, some at a time. */
  read: (deps: KeptDeps, personId: PersonId) => AsyncGenerator<Item[]>;
  /**
   * Makes it tell nothing of a person who is forgotten; doing it again changes nothing. `alias` is what may stand for them where
   * something has to.
   */
  forget: (deps: KeptDeps, personId: PersonId, alias: PersonId) => Promise<void>;
}

/** Read from the store and written to whoever asked, at a time. */
const BATCH = 500;

/**
 * Everything that is kept about a reader, for their export and for whoever asks to be forgotten. What is kept from now on belongs
 * here, too: the compiler asks for its place in the export, and for what becomes of it.
 */
export const KEPT: { [Name in KeptName]: Kept<OwnExport[Name][number]> } = {
  comments: {
    async *read(deps, personId) {
      for await (const docs of pages((at) => deps.comments.ofAuthor(personId, at), placeOf)) {
        const threads = await threadsOf(deps.named, docs);
        yield docs.map((doc) => exportedComment(doc, threads(doc.threadId)));
      }
    },
    // Withdrawn and wiped one by one, before all else: see erase.ts.
    forget: () => Promise.resolve(),
  },
  reactions: {
    async *read(deps, personId) {
      for await (const docs of pages((at) => deps.reactions.ofPerson(personId, at), placeOfAct)) {
        const threads = await threadsOf(deps.named, docs);
        yield docs.map(({ threadId, value, at }) => ({ thread: threads(threadId), value, at: at.toISOString() }));
      }
    },
    async forget(deps, personId) {
      for await (const docs of firsts(() => deps.reactions.ofPerson(personId, { place: null, limit: BATCH }))) {
        for (const { threadId } of docs) await deps.unreact({ personId, threadId });
      }
    },
  },
  votes: {
    async *read(deps, personId) {
      for await (const docs of pages((at) => deps.votes.allOf(personId, at), placeOfAct))
        yield docs.map((doc) => {
          const { vote, emoji: reaction } = voiceOf(doc);
          return { commentId: doc.commentId, vote, reaction, at: doc.at.toISOString() };
        });
    },
    // Taken back like any other, so that they are counted anew; what says nothing goes with the counting.
    async forget(deps, personId) {
      for await (const docs of pages((at) => deps.votes.allOf(personId, at), placeOfAct)) {
        for (const { commentId, threadId, at } of docs) {
          // At their own moment, so that the list stays in its order while it is walked.
          await deps.votes.put({ commentId, threadId, personId }, { vote: null }, at);
          await deps.votes.put({ commentId, threadId, personId }, { emoji: null }, at);
        }
      }
    },
  },
  ratings: {
    async *read(deps, personId) {
      for await (const docs of pages((at) => deps.ratings.ofPerson(personId, at), placeOfAct)) {
        const threads = await threadsOf(deps.named, docs);
        yield docs.map(({ threadId, stars, at }) => ({ thread: threads(threadId), stars, at: at.toISOString() }));
      }
    },
    async forget(deps, personId) {
      for await (const docs of firsts(() => deps.ratings.ofPerson(personId, { place: null, limit: BATCH })))
        for (const { threadId } of docs) await deps.unrate({ personId, threadId });
    },
  },
  reports: {
    async *read(deps, personId) {
      for await (const docs of pages((at) => deps.reports.ofPerson(personId, at), placeOfAct)) yield docs.map(told);
    },
    // What they are worth stays with the comments they are about, which may wait for a moderator because of them.
    async forget(deps, personId, alias) {
      for await (const docs of firsts(() => deps.reports.ofPerson(personId, { place: null, limit: BATCH })))
        await deps.reports.orphan(docs, alias);
    },
  },
  notifications: {
    async *read(deps, personId) {
      for await (const rows of pages((at) => deps.notifications.page(personId, at), placeOf)) yield toViews(deps, rows);
    },
    // With the marks in what others have written that they were told of.
    async forget(deps, personId) {
      await deps.notifications.removeOf(personId);
      await deps.comments.unmention(personId);
    },
  },
  letters: {
    async *read(deps, personId) {
      for await (const docs of pages((at) => deps.letters.ofPerson(personId, at), placeOf)) yield docs.map(aboutLetter);
    },
    // Also those that could not be sent, which hold the address for whoever looks after the mail.
    forget: (deps, personId) => deps.letters.removeOf(personId),
  },
  keptMails: {
    async *read(deps, personId) {
      // Without their words: links in them act for whoever the address is of, which need not be who has typed it.
      yield (await deps.devMail.ofPerson(personId)).map(({ to, subject, at }) => ({
        to,
        subject,
        at: at.toISOString(),
      }));
    },
    forget: (deps, personId) => deps.devMail.removeOf(personId),
  },
  subscriptions: {
    async *read(deps, personId) {
      for await (const docs of pages((at) => deps.subscriptions.ofPerson(personId, at), placeOf))
        yield subscriptionViews({ comments: deps.comments, threads: deps.named }, docs);
    },
    // With those of others to what the person writes, which lead to them.
    async forget(deps, personId) {
      await deps.subscriptions.removeOf(personId);
      await deps.subscriptions.removeTo(personId);
    },
  },
  mutes: {
    async *read(deps, personId) {
      yield ((await deps.people.byId(personId))?.mutes ?? []).map(muteView);
    },
    // Their own went with the person; these are of others, and say their name.
    forget: (deps, personId) => deps.people.unmuteForAll(personId),
  },
  sanctions: {
    async *read(deps, personId) {
      for (let below = Infinity; ;) {
        const acts = await deps.sanctions.ofPerson(personId, BATCH, below);
        if (acts.length === 0) return;
        yield acts.map(exportedAct);
        below = acts.at(-1)?.seq ?? 0;
      }
    },
    // With the notes of moderators, which are about the person and for colleagues only.
    async forget(deps, personId) {
      await deps.sanctions.wipe(personId);
      await deps.personNotes.removeOf(personId);
    },
  },
  ...KEPT_IDENTITY,
};

const placeOfAct = ({ at, _id }: { at: Date; _id: string }): Place => ({ at, id: _id });

/** A list from its beginning to its end, a page in memory at a time. */
export async function* pages<Doc>(
  read: (at: { place: Place | null; limit: number }) => Promise<Doc[]>,
  placeOfDoc: (doc: Doc) => Place,
): AsyncGenerator<Doc[]> {
  for (let place: Place | null = null; ;) {
    const docs = await read({ place, limit: BATCH });
    const last = docs.at(-1);
    if (last === undefined) return;
    yield docs;
    place = placeOfDoc(last);
  }
}

/** The first page again and again, until whoever takes it has left none. */
async function* firsts<Doc>(read: () => Promise<Doc[]>): AsyncGenerator<Doc[]> {
  for (let docs = await read(); docs.length > 0; docs = await read()) yield docs;
}

function exportedComment(doc: CommentDoc, thread: ThreadName): OwnExport['comments'][number] {
  const { author: _, body: __, ...view } = ownView(doc);
  const revisions = (doc.revs ?? []).map(({ rev, text, at }) => ({ rev, text, replacedAt: at.toISOString() }));
  return { ...view, thread, name: typedName(doc), text: doc.text, revisions };
}

function aboutLetter({ what, to, state, createdAt, doneAt }: LetterDoc<ReaderSubject>): OwnExport['letters'][number] {
  return {
    ...{ kind: what.kind, commentId: what.kind === 'confirm' ? null : what.commentId },
    ...{ reasons: what.kind === 'comment' ? what.reasons : [], outcome: what.kind === 'verdict' ? what.outcome : null },
    ...{ address: to ?? null, state, at: createdAt.toISOString(), doneAt: doneAt?.toISOString() ?? null },
  };
}

function told({ commentId, rev, reason, note, at, outcome }: ReportDoc): OwnExport['reports'][number] {
  return { commentId, rev, reason, note, at: at.toISOString(), outcome: outcome?.kind ?? null };
}

function exportedAct({ act, kind, at, until, codes, note }: SanctionAct): OwnExport['sanctions'][number] {
  return { act, kind, at: at.toISOString(), until: until?.toISOString() ?? null, codes, note };
}
