import type { Hit, Phase, Verdict } from '../../shared/moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import type { Judged, Screened } from '../comments/screening.ts';
import type { ModerationContext, Policy } from './context.ts';
import { detectLanguage } from './language.ts';
import { runPipeline } from './pipeline.ts';
import { priorityOf } from './priority.ts';
import { transition } from './transitions.ts';

/** Insults come in English whatever the page is in. */
const ALWAYS_READ = ['en'];

/** What says nothing against the comment itself: who wrote it, and when. */
const CIRCUMSTANCES: readonly Phase[] = ['author', 'heat'];

/** Whether it was held for what it says or where it leads; held for its circumstances, it must not make a thread hotter. */
function isTroubling({ hits }: Verdict): boolean {
  return hits.some(({ level, phase }) => (level === 'hold' || level === 'reject') && !CIRCUMSTANCES.includes(phase));
}

/** Judges a new comment by the policy and says where that leaves it. */
export function screenComment(
  policy: Policy,
  input: Judged & { site: { lang: string; settings: SiteSettings }; author: ModerationContext['author'] },
): Screened {
  const { site, threadLang, claimedLang, text, ...facts } = input;
  // Whatever is found out about a text adds a language; nothing its writer does takes one away.
  const detected = detectLanguage(text);
  const alsoRead = [claimedLang, detected].filter((lang) => lang !== null);
  const languages = {
    page: [site.lang, ...(threadLang === null ? [] : [threadLang])],
    besides: [...ALWAYS_READ, ...alsoRead],
  };
  const { settings } = site;
  const context = { rev: 1, body: text, languages, settings, ...facts };
  const verdict = runPipeline(policy, context, () => performance.now());
  const next = transition(null, { kind: 'submit', level: verdict.level, premod: settings.premod });
  if (!next.ok) throw new Error(`a new comment has no place: ${next.error}`);
  return {
    verdict: { ...verdict, hits: kept(verdict.hits) },
    lang: detected ?? threadLang ?? site.lang,
    vis: next.to.vis,
    review: next.to.review,
    queue: next.to.queue ?? null,
    event: next.event,
    troubling: isTroubling(verdict),
    priority: priorityOf(verdict),
    masks: { body: masksIn(verdict, 'body'), name: masksIn(verdict, 'name') },
  };
}

function masksIn({ hits }: Verdict, field: Hit['field']): [number, number][] {
  return hits.flatMap((hit) =>
    hit.field === field && hit.detail?.['masked'] === true && hit.span !== undefined ? [hit.span] : [],
  );
}

/** So many hits of one rule are kept: more tell a reviewer nothing new, and a text can hold a thousand. */
const KEPT_OF_RULE = 200;

function kept(hits: readonly Hit[]): Hit[] {
  const counts = new Map<string, number>();
  return hits.filter(({ ruleId }) => {
    const count = (counts.get(ruleId) ?? 0) + 1;
    counts.set(ruleId, count);
    return count <= KEPT_OF_RULE;
  });
}
