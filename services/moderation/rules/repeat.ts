import type { Level } from '../../../shared/moderation.ts';
import type { Finding, Rule } from '../context.ts';

/** Below this many characters two people may well write the same ("Merci !", "Tout à fait d'accord."). */
const TELLING_LENGTH = 25;

/** The same text on this many other threads or by this many others within the window is a campaign, not chance. */
const SITE_FLOOD = 3;

/** Exact repeats of the text hash. The counts are facts of the context; looking them up is the caller's work. */
export const repeatRule: Rule = {
  id: 'repeat',
  v: 1,
  phase: 'repeat',
  onError: 'open',
  budgetMs: 1,
  check({ body, repeats }) {
    const telling = body.trim().length >= TELLING_LENGTH;
    const findings: Finding[] = [];
    const note = (where: string, count: number, level: Level): void => {
      if (count > 0) findings.push({ level, field: 'body', detail: { where, count } });
    };
    note('own', repeats.own, telling ? 'hold' : 'suspect');
    if (telling) {
      note('thread', repeats.thread, 'suspect');
      note('site', repeats.site, repeats.site >= SITE_FLOOD ? 'hold' : 'suspect');
    }
    return findings;
  },
};
