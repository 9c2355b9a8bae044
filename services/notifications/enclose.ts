import type { CommentId } from '../../shared/ids.ts';
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
}

/** News that is older helps nobody. */
const OF_USE_MS = 5 * 86_400_000;

/**
 * What goes in a mail by now: what was a reason to write may be none when it is sent.
 * @returns the letters with what they are about, and those that are not to be sent any more with why
 */
export async function enclose(
  deps: EncloseDeps,
  letters: readonly LetterDoc<ReaderSubject>[],
  now: Date,
): Promise<{ enclosed: Enclosed[]; dropped: { letter: LetterDoc<ReaderSubject>; why: string }[] }> {
  const commentIds = letters.flatMap(({ what }): CommentId[] => (what.kind === 'confirm' ? [] : [what.commentId]));
  const [people, comments] = await Promise.all([
    deps.people.byIds([...new Set(letters.map(({ personId }) => personId))]),
    commentIds.length === 0 ? [] : deps.comments.byIds(commentIds),
  ]);
  const personById = new Map<string, PersonDoc>(people.map((person) => [person._id, person]));
  const commentById = new Map<string, CommentDoc>(comments.map((comment) => [comment._id, comment]));
  const enclosed: Enclosed[] = [];
  const dropped: { letter: LetterDoc<ReaderSubject>; why: string }[] = [];
  for (const letter of letters) {
    const about = letter.what.kind === 'confirm' ? undefined : commentById.get(letter.what.commentId);
    const one = await encloseOne(deps, letter, { person: personById.get(letter.personId), comment: about, now });
    if (typeof one === 'string') dropped.push({ letter, why: one });
    else enclosed.push(one);
  }
  return { enclosed, dropped };
}

/** The letter with what it is about, or why it is not to be sent. */
async function encloseOne(
  deps: EncloseDeps,
  letter: LetterDoc<ReaderSubject>,
  { person, comment, now }: { person: PersonDoc | undefined; comment: CommentDoc | undefined; now: Date },
): Promise<Enclosed | string> {
  const { what } = letter;
  const mail = person?.forgottenAt === undefined ? person?.mail : undefined;
  if (person === undefined || mail?.key !== letter.key) return 'nobody has this address any more';
  if (what.kind === 'confirm') {
    const isAsked = mail.state === 'asked' && letter._id === confirmLetterId(person._id, mail.askedAt);
    return isAsked ? { kind: what.kind, letter: { ...letter, what }, person } : 'answered, or asked again';
  }
  if (mail.state !== 'confirmed') return mail.state === 'bounced' ? 'mail came back' : 'not confirmed';
  if (now.getTime() - letter.createdAt.getTime() > OF_USE_MS) return 'too late to be of use';
  if (comment === undefined) return 'the comment is gone';
  if (what.kind === 'verdict') {
    if (!mail.news) return 'not wanted any more';
    const news = newsOf(comment);
    if (news === null || letter._id !== verdictLetterId(letter.key, comment._id, news.eventId))
      return 'decided otherwise';
    return { kind: what.kind, letter: { ...letter, what }, person, comment };
  }
  if (comment.mod.vis !== 'visible') return 'out of sight';
  if (!(await deps.wantsMail(person, comment))) return 'not wanted any more';
  return { kind: what.kind, letter: { ...letter, what }, person, comment };
}
