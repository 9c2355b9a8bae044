import type { PersonId } from '../../shared/ids.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ModerationContext, Refusals } from './context.ts';

/** How far back decisions about an author count. */
const LOOK_BACK_MS = 30 * 24 * 3_600_000;

/** Refusals that are looked at; more of them make nobody worse. */
const REFUSALS_MAX = 200;

/** What a strike is given for: what was said to people, not what was off the mark. */
const STRIKES: readonly ReasonCode[] = ['abuse', 'hate'];

type Asked = Pick<CommentStore, 'countByAuthor' | 'refusalsOf' | 'countApproved'>;

/** What the rules ask about an author; only what the site's settings need is looked up. */
export async function readAuthorFacts(
  comments: Asked,
  { settings, authorId, now }: { settings: SiteSettings; authorId: PersonId; now: Date },
): Promise<ModerationContext['author']> {
  const [published, refusals] = await Promise.all([
    settings.newcomerHold > 0 ? comments.countByAuthor(authorId, 'published') : null,
    readRefusals(comments, { settings: settings.refusals, authorId, now }),
  ]);
  return { published, ...(refusals === null ? {} : { refusals }) };
}

async function readRefusals(
  comments: Asked,
  { settings, authorId, now }: { settings: SiteSettings['refusals']; authorId: PersonId; now: Date },
): Promise<Refusals | null> {
  if (settings.level === 'pass' && settings.strikes === 0) return null;
  const since = new Date(now.getTime() - LOOK_BACK_MS);
  const refusals = await comments.refusalsOf(authorId, { since, limit: REFUSALS_MAX });
  const refused = refusals.length;
  const strikes = refusals.filter((codes) => codes.some((code) => STRIKES.includes(code))).length;
  // What was approved matters only where so much was refused that it could be the greater part.
  const isAsked = settings.level !== 'pass' && refused * 100 >= settings.min * settings.share;
  const approved = isAsked ? await comments.countApproved(authorId, since) : 0;
  return { decided: refused + approved, refused, strikes };
}
