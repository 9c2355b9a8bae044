import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { EventOf } from '../events.ts';
import type { LetterDoc, LetterStore, LetterSubject } from '../storage/letters.ts';
import type { NotificationDoc } from '../storage/notifications.ts';
import type { PeopleStore } from '../storage/people.ts';
import type { PersonMail } from '../storage/person-mail.ts';
import { commentLetterId, verdictLetterId } from './letter.ts';
import type { Told } from './told.ts';
import { capSince, whenDue } from './when-due.ts';

export interface WriteLettersDeps {
  letters: Pick<LetterStore, 'put' | 'countSince'>;
  people: Pick<PeopleStore, 'byIds'>;
  now: () => Date;
}

/** A row of somebody's inbox that is to be told by mail as well. */
interface ToWrite {
  row: NotificationDoc;
  what: LetterSubject;
  mail: PersonMail;
}

/**
 * Puts what people are told into the outbox of mail, for those who want that and have confirmed their address. Told again, it is the
 * same letters; people who share an address get one.
 */
export async function writeLetters(deps: WriteLettersDeps, { told }: EventOf<'notification.rows'>): Promise<void> {
  const rows = told.filter(mayBeMailed).map(({ row }) => row);
  if (rows.length === 0) return;
  const people = await deps.people.byIds([...new Set(rows.map(({ personId }) => personId as PersonId))]);
  const mailOf = new Map<string, PersonMail | undefined>(people.map(({ _id, mail }) => [_id, mail]));
  const toWrite = rows.flatMap((row): ToWrite[] => {
    const [what, mail] = [subjectOf(row), mailOf.get(row.personId)];
    if (what === null || mail?.state !== 'confirmed' || (what.kind === 'verdict' && !mail.news)) return [];
    return [{ row, what, mail }];
  });
  if (toWrite.length === 0) return;
  const now = deps.now();
  const earlier = await deps.letters.countSince([...new Set(toWrite.map(({ mail }) => mail.key))], capSince(now));
  await deps.letters.put(
    toWrite.map((one): LetterDoc => {
      const before = earlier.get(one.mail.key) ?? 0;
      earlier.set(one.mail.key, before + 1);
      return letterOf(one, { now, earlier: before });
    }),
  );
}

/** Whether mail about one's own comments is wanted is said with the address, not with what one follows. */
function mayBeMailed({ row: { kind }, byMail }: Told): boolean {
  return kind === 'verdict' || (kind === 'comment' && byMail);
}

function subjectOf(row: NotificationDoc): LetterSubject | null {
  const about = { commentId: row.commentId as CommentId, threadId: row.threadId as ThreadId };
  switch (row.kind) {
    case 'comment':
      return { kind: row.kind, ...about, reasons: row.reasons };
    case 'verdict':
      return { kind: row.kind, ...about, outcome: row.outcome };
    case 'report':
      return null;
  }
}

function letterOf({ row, what, mail }: ToWrite, { now, earlier }: { now: Date; earlier: number }): LetterDoc {
  const { key, address, lang } = mail;
  const commentId = row.commentId as CommentId;
  const _id = row.kind === 'verdict' ? verdictLetterId(key, commentId, row.eventId) : commentLetterId(key, commentId);
  return {
    ...{ _id, siteId: row.siteId as SiteId, personId: row.personId as PersonId },
    ...{ key, to: address, lang, what, state: 'waiting', dueAt: whenDue(mail, { now, earlier }) },
    ...{ attempts: 0, createdAt: now },
  };
}
