import type { PersonId } from '../../shared/ids.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { inForceOf } from '../people/sanctions.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { ModerationContext, Refusals } from './context.ts';

/** How far back decisions about an author count, days. */
export const LOOK_BACK_DAYS = 30;

/** Refusals that are looked at; more of them make nobody worse. */
const REFUSALS_MAX = 200;

/** What a strike is given for: what was said to people, not what was off the mark. */
const STRIKES: readonly ReasonCode[] = ['abuse', 'hate'];

type AskedOfRecord = Pick<CommentStore, 'refusalsOf' | 'countApproved'>;
type Asked = AskedOfRecord & Pick<CommentStore, 'countByAuthor'>;

/** What the rules ask about an author; only what the site's settings need is looked up. */
export async function readAuthorFacts(
  comments: Asked,
  { settings, author, now }: { settings: SiteSettings; author: PersonDoc; now: Date },
): Promise<ModerationContext['author']> {
  const { _id: authorId } = author;
  const premod = inForceOf(author, 'premod', now);
  const [published, refusals] = await Promise.all([
    settings.newcomerHold > 0 ? comments.countByAuthor(authorId, 'published') : null,
    readRefusals(comments, { settings: settings.refusals, authorId, now }),
  ]);
  return {
    published,
    ...(refusals === null ? {} : { refusals }),
    ...(premod === undefined ? {} : { premod: { by: premod.by.name, since: premod.at.toISOString() } }),
  };
}

async function readRefusals(
  comments: Asked,
  { settings, authorId, now }: { settings: SiteSettings['refusals']; authorId: PersonId; now: Date },
): Promise<Refusals | null> {
  if (settings.level === 'pass' && settings.strikes === 0) return null;
  // What was approved matters only where so much was refused that it could be the greater part.
  const isAsked = (refused: number): boolean =>
    settings.level !== 'pass' && refused * 100 >= settings.min * settings.share;
  return readRecord(comments, { authorId, now, isAsked });
}

/**
 * What people decided lately about an author's comments, counted anew each time, so that it fades by itself.
 * @param isAsked whether approvals are counted as well, by the number of refusals; otherwise `decided` holds refusals alone
 */
export async function readRecord(
  comments: AskedOfRecord,
  { authorId, now, isAsked }: { authorId: PersonId; now: Date; isAsked: (refused: number) => boolean },
): Promise<Refusals> {
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * 24 * 3_600_000);
  const refusals = await comments.refusalsOf(authorId, { since, limit: REFUSALS_MAX });
  const refused = refusals.length;
  const strikes = refusals.filter((codes) => codes.some((code) => STRIKES.includes(code))).length;
  const approved = isAsked(refused) ? await comments.countApproved(authorId, since) : 0;
  return { decided: refused + approved, refused, strikes };
}
