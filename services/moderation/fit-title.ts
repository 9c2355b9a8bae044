import type { SiteId } from '../../shared/ids.ts';
import type { Site } from '../../shared/site.ts';
import { cleanText } from '../../shared/clean-text.ts';
import type { Policy } from './context.ts';
import { screenComment } from './screen.ts';

/**
 * The title somebody says an article has, if it may be shown to others: it stands in every bell and above the review queue, and
 * whoever writes first in a discussion can say what they like. What a comment would be hidden or masked for makes no title,
 * but its language is the article's own affair.
 */
export function createFitTitle({
  policy,
  siteById,
}: {
  policy: Policy;
  siteById: (id: string) => Promise<Site | null>;
}): (siteId: SiteId, title: string) => Promise<string | null> {
  return async (siteId, title) => {
    const site = await siteById(siteId);
    const text = cleanText(title.replace(/\s+/g, ' '));
    if (site === null || text === '') return null;
    const { settings } = site;
    const { languages } = settings;
    const { verdict, masks } = screenComment(policy, {
      site: { lang: site.lang, settings: { ...settings, premod: false, languages: { ...languages, others: 'pass' } } },
      ...{ threadLang: null, claimedLang: null, text, name: '', links: [] },
      author: { published: settings.newcomerHold },
      repeats: { own: 0, thread: 0, site: 0 },
    });
    const isHidden = verdict.level === 'hold' || verdict.level === 'reject' || masks.body.length > 0;
    return isHidden ? null : text;
  };
}
