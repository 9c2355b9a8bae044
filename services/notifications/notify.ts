import type { CommentId, PersonId } from '../../shared/ids.ts';
import type { EventBus, EventOf } from '../events.ts';
import type { Logger } from '../logger.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { FanOutStore } from '../storage/fanouts.ts';
import type { CommentNoticeDoc, NotificationStore } from '../storage/notifications.ts';
import type { PeopleStore } from '../storage/people.ts';
import type { Followed, SubscriptionStore } from '../storage/subscriptions.ts';
import { lineOf, type Line, type LineDeps } from './line.ts';
import { answersIds, authorsAbove, targetsOf, whyTold, type Why } from './why.ts';

export interface TellDeps {
  notifications: Pick<NotificationStore, 'add'>;
  people: Pick<PeopleStore, 'muting'>;
  bus: EventBus;
}

export interface NotifyDeps extends TellDeps, LineDeps {
  /** Whether anybody was told of a comment who did not write it. */
  wasTold: (commentId: CommentId) => Promise<boolean>;
  subscriptions: Pick<SubscriptionStore, 'among' | 'byIds'>;
  /** Whether anybody but some people has asked to be told of one of some targets. */
  isFollowedByOthers: (asked: Followed) => Promise<boolean>;
  fanOuts: Pick<FanOutStore, 'put'>;
  /** Begins with what was stored for later, at once. */
  kick: () => void;
  log: Pick<Logger, 'debug'>;
}

/**
 * Tells whom a comment answers or names when it comes into sight, however that came about, and leaves whoever asked to be told to
 * the fan-out, as it does taking back what was told when the comment leaves. A repeated event does nothing twice: the row's id is
 * person and comment.
 */
export async function notify(deps: NotifyDeps, { comment, event }: EventOf<'thread.changed'>): Promise<void> {
  const isShown = event.after.vis === 'visible';
  if (isShown === (event.before?.vis === 'visible')) return isShown ? tellNamed(deps, { comment, event }) : undefined;
  const { _id, siteId, threadId } = comment;
  const later = async (): Promise<void> => {
    await deps.fanOuts.put({ _id, siteId, threadId, at: event.at, after: null, leaseUntil: event.at });
    deps.kick();
  };
  if (!isShown || comment.mod.vis !== 'visible') {
    if (await deps.wasTold(_id)) await later();
    return;
  }
  const line = await lineOf(deps, comment);
  if (line.skipped !== null) deps.log.debug({ comment: _id, why: line.skipped }, 'not told of an answer');
  await tellRecipients(deps, { comment, line, at: event.at });
  // What comes into sight by its second event was out of it by its first, and nobody was told of it before.
  if ((event.seq > 2 && (await deps.wasTold(_id))) || (await isFollowed(deps, comment, line))) await later();
}

/** Edited in sight: who was told of it reads the new words with it. Whom it names, and who was not told of it before, is told now. */
async function tellNamed(
  deps: NotifyDeps,
  { comment, event }: Pick<EventOf<'thread.changed'>, 'comment' | 'event'>,
): Promise<void> {
  if (event.type !== 'edited' || comment.mentions === undefined || comment.mod.vis !== 'visible') return;
  const line = await lineOf(deps, comment);
  const recipients = line.recipients.filter(({ reasons }) => reasons.includes('mention'));
  await tellRecipients(deps, { comment, line: { ...line, recipients }, at: event.at });
}

/** Those who are told without having asked, with all their reasons at once. */
async function tellRecipients(
  deps: NotifyDeps,
  { comment, line, at }: { comment: CommentDoc; line: Line; at: Date },
): Promise<void> {
  const people = line.recipients.map(({ personId }) => personId);
  if (people.length === 0) return;
  await tellOf(deps, { comment, at, why: await whyTold(deps, { comment, line, people }) });
}

/** Whether anybody else asked to be told of it. */
async function isFollowed(deps: NotifyDeps, comment: CommentDoc, line: Line): Promise<boolean> {
  const told = [comment.authorId, ...line.recipients.map(({ personId }) => personId)];
  if (await deps.isFollowedByOthers({ targetIds: targetsOf(comment, line), except: told })) return true;
  const others = authorsAbove(comment, line).filter((id) => !told.includes(id));
  return others.length > 0 && (await deps.subscriptions.byIds(answersIds(others))).length > 0;
}

/**
 * Makes the rows of people who are told of a comment, unless they have muted its author, and says so. Done again after it was cut
 * off, it says so again, to whoever was told by the same event.
 */
export async function tellOf(
  deps: TellDeps,
  { comment, at, why }: { comment: CommentDoc; at: Date; why: ReadonlyMap<PersonId, Why> },
): Promise<void> {
  if (why.size === 0) return;
  const muting = await deps.people.muting([...why.keys()], comment.authorId);
  const rows = [...why].flatMap(([personId, { reasons }]) =>
    muting.has(personId) ? [] : [rowOf(comment, { personId, reasons, at })],
  );
  if (rows.length === 0) return;
  const made = await deps.notifications.add(rows);
  const told = made.map((row) => ({ row, byMail: why.get(row.personId as PersonId)?.byMail ?? false }));
  if (told.length > 0) await deps.bus.publish({ type: 'notification.rows', told });
}

function rowOf(
  comment: CommentDoc,
  { personId, reasons, at }: { personId: PersonId; reasons: Why['reasons']; at: Date },
): CommentNoticeDoc {
  const { _id: commentId, siteId, threadId, parentId } = comment;
  return {
    ...{ _id: `${personId}:comment:${commentId}`, personId, siteId, threadId, commentId },
    ...{ createdAt: at, kind: 'comment', parentId, reasons },
  };
}
