import type { Level } from '../../../shared/moderation.ts';
import type { Finding, Rule } from '../context.ts';

/** Below this many characters two people may well write the same ("Merci !", "Tout à fait d'accord."). */
const TELLING_LENGTH = 25;

/** The same text on this many other threads or by this many others within the window is a campaign, not chance. */
const SITE_FLOOD = 3;

/**
 * The same text, and nearly the same. The counts are facts of the context; looking them up is the caller's work. Nearly the
 * same by the same author is more often a correction than a flood, so it is looked at and not hidden; what several others
 * say in nearly the same words is a campaign however each of them has changed it.
 */
export const repeatRule: Rule = {
  id: 'repeat',
  v: 2,
  phase: 'repeat',
  onError: 'open',
  budgetMs: 1,
  check({ body, repeats }) {
    const telling = body.trim().length >= TELLING_LENGTH;
    const near = repeats.near ?? { own: 0, thread: 0, site: 0 };
    const isCampaign = repeats.site + near.site >= SITE_FLOOD;
    const findings: Finding[] = [];
    const note = (where: string, count: number, level: Level): void => {
      if (count > 0) findings.push({ level, field: 'body', detail: { where, count } });
    };
    note('own', repeats.own, telling ? 'hold' : 'suspect');
    if (telling) {
      note('thread', repeats.thread, 'suspect');
      note('site', repeats.site, isCampaign ? 'hold' : 'suspect');
      note('near-own', near.own, 'suspect');
      note('near-thread', near.thread, 'suspect');
      note('near-site', near.site, isCampaign ? 'hold' : 'suspect');
    }
    return findings;
  },
};
