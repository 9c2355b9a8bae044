import type { CommentId, SiteId } from '../../shared/ids.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { LetterDoc, ReaderSubject } from '../storage/letters.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import { confirmLetterId, verdictLetterId, type Enclosed } from './letter.ts';
import { newsOf } from './verdict-notice.ts';

/** Whether somebody wants mail about a comment, as things are now. */
export type WantsMail = (person: PersonDoc, comment: CommentDoc) => Promise<boolean>;

export interface EncloseDeps {
  people: Pick<PeopleStore, 'byIds'>;
  comments: Pick<CommentStore, 'byIds'>;
  wantsMail: WantsMail;
  /** Whether there is such a site, and it is not being removed. */
  isSite: (id: SiteId) => Promise<boolean>;
}

/** News that is older helps nobody. */
const OF_USE_MS = 5 * 86_400_000;

/** When a letter is no longer of use. */
export function endOfUse({ createdAt }: Pick<LetterDoc, 'createdAt'>): Date {
  return new Date(createdAt.getTime() + OF_USE_MS);
}

export interface Sorted {
  enclosed: Enclosed[];
  /** Those whose comment is out of sight, and may come back. */
  unseen: { letter: LetterDoc<ReaderSubject>; commentId: CommentId }[];
  dropped: { letter: LetterDoc<ReaderSubject>; why: string }[];
}

/** What goes in a mail by now: what was a reason to write may be none when it is sent. */
export async function enclose(
  deps: EncloseDeps,
  letters: readonly LetterDoc<ReaderSubject>[],
  now: Date,
): Promise<Sorted> {
  const commentIds = letters.flatMap(({ what }): CommentId[] => (what.kind === 'confirm' ? [] : [what.commentId]));
  const [people, comments] = await Promise.all([
    deps.people.byIds([...new Set(letters.map(({ personId }) => personId))]),
    commentIds.length === 0 ? [] : deps.comments.byIds(commentIds),
  ]);
  const personById = new Map<string, PersonDoc>(people.map((person) => [person._id, person]));
  const commentById = new Map<string, CommentDoc>(comments.map((comment) => [comment._id, comment]));
  const sorted: Sorted = { enclosed: [], unseen: [], dropped: [] };
  for (const letter of letters) {
    const about = letter.what.kind === 'confirm' ? undefined : commentById.get(letter.what.commentId);
    const one = await encloseOne(deps, letter, { person: personById.get(letter.personId), comment: about, now });
    if (typeof one === 'string') sorted.dropped.push({ letter, why: one });
    else if (one.kind === 'unseen') sorted.unseen.push({ letter, commentId: one.commentId });
    else sorted.enclosed.push(one);
  }
  return sorted;
}

/** The letter with what it is about, or why it is not to be sent, or not now. */
async function encloseOne(
  deps: EncloseDeps,
  letter: LetterDoc<ReaderSubject>,
  { person, comment, now }: { person: PersonDoc | undefined; comment: CommentDoc | undefined; now: Date },
): Promise<Enclosed | { kind: 'unseen'; commentId: CommentId } | string> {
  const { what } = letter;
  if (!(await deps.isSite(letter.siteId))) return 'the site is gone';
  const mail = person?.forgottenAt === undefined ? person?.mail : undefined;
  if (person === undefined || mail?.key !== letter.key) return 'nobody has this address any more';
  if (what.kind === 'confirm') {
    const isAsked = mail.state === 'asked' && letter._id === confirmLetterId(person._id, mail.askedAt);
    return isAsked ? { kind: what.kind, letter: { ...letter, what }, person } : 'answered, or asked again';
  }
  if (mail.state !== 'confirmed') return mail.state === 'bounced' ? 'mail came back' : 'not confirmed';
  if (endOfUse(letter) <= now) return 'too late to be of use';
  if (comment === undefined) return 'the comment is gone';
  if (what.kind === 'verdict') {
    if (!mail.news) return 'not wanted any more';
    const news = newsOf(comment);
    if (news === null || letter._id !== verdictLetterId(letter.key, comment._id, news.eventId))
      return 'decided otherwise';
    return { kind: what.kind, letter: { ...letter, what }, person, comment };
  }
  const { vis, outcome } = comment.mod;
  if (vis !== 'visible')
    return outcome?.kind === 'withdrawn' ? 'taken back by its author' : { kind: 'unseen', commentId: comment._id };
  if (!(await deps.wantsMail(person, comment))) return 'not wanted any more';
  return { kind: what.kind, letter: { ...letter, what }, person, comment };
}
