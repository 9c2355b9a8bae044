import type { EventType, Review, ReviewQueue, Verdict, Visibility } from '../../shared/moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import type { Policy } from './context.ts';
import { runPipeline } from './pipeline.ts';
import { priorityOf, type Priority } from './priority.ts';
import { transition } from './transitions.ts';

/** What is known about a comment that is to be judged. */
export interface Screened {
  verdict: Verdict;
  vis: Visibility;
  review: Review;
  queue: ReviewQueue | null;
  event: EventType;
  priority: Priority;
}

/** Judges a new comment by the policy and says where that leaves it. */
export function screenComment(
  policy: Policy,
  input: {
    site: { lang: string; settings: SiteSettings };
    lang: string;
    text: string;
    name: string;
    links: { href: string; text: string }[];
    author: { isStaff: boolean; approvedCount: number; knownSince: Date | null };
    repeats: { own: number; thread: number; site: number };
  },
): Screened {
  const { site, lang, text, name, links, author, repeats } = input;
  const verdict = runPipeline(
    policy,
    { rev: 1, lang, siteLang: site.lang, body: text, name, links, author, repeats, settings: site.settings },
    () => performance.now(),
  );
  const next = transition(null, {
    kind: 'submit',
    level: verdict.level,
    premod: site.settings.premod,
    isStaff: author.isStaff,
  });
  if (!next.ok) throw new Error(`a new comment has no place: ${next.error}`);
  return {
    verdict,
    vis: next.to.vis,
    review: next.to.review,
    queue: next.to.queue ?? null,
    event: next.event,
    priority: priorityOf(verdict),
  };
}
