import type { Hit, Phase, Verdict } from '../../shared/moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import type { Judged, Judgement, Screened } from '../comments/screening.ts';
import type { ModerationContext, Policy } from './context.ts';
import { detectLanguage } from './language.ts';
import { runPipeline } from './pipeline.ts';
import { priorityOf } from './priority.ts';
import { transition } from './transitions.ts';

/** Insults come in English whatever the page is in. */
const ALWAYS_READ = ['en'];

/** What says nothing against the comment itself: who wrote it, when, and in which language. */
const CIRCUMSTANCES: readonly Phase[] = ['author', 'heat', 'language'];

/** Whether it was held for what it says or where it leads; held for its circumstances, it must not make a thread hotter. */
function isTroubling({ hits }: Verdict): boolean {
  return hits.some(({ level, phase }) => (level === 'hold' || level === 'reject') && !CIRCUMSTANCES.includes(phase));
}

/** What a text is judged by. */
type Input = Judged & { site: { lang: string; settings: SiteSettings }; author: ModerationContext['author'] };

/** Judges one revision of a text by the policy. */
export function judgeText(policy: Policy, input: Input & { rev: number }): Judgement {
  const { site, threadLang, claimedLang, text, ...facts } = input;
  // Whatever is found out about a text adds a language; nothing its writer does takes one away.
  const detected = detectLanguage(text);
  const alsoRead = [claimedLang, detected].filter((lang) => lang !== null);
  const languages = {
    page: [site.lang, ...(threadLang === null ? [] : [threadLang])],
    besides: [...ALWAYS_READ, ...site.settings.languages.read, ...alsoRead],
  };
  const context = { body: text, languages, detected, settings: site.settings, ...facts };
  const verdict = runPipeline(policy, context, () => performance.now());
  return {
    verdict: { ...verdict, hits: kept(verdict.hits) },
    lang: detected ?? threadLang ?? site.lang,
    troubling: isTroubling(verdict),
    masks: { body: masksIn(verdict, 'body'), name: masksIn(verdict, 'name') },
  };
}

/** Judges a new comment by the policy and says where that leaves it. */
export function screenComment(policy: Policy, input: Input): Screened {
  const judgement = judgeText(policy, { ...input, rev: 1 });
  const { verdict } = judgement;
  const next = transition(null, { kind: 'submit', level: verdict.level, premod: input.site.settings.premod });
  if (!next.ok) throw new Error(`a new comment has no place: ${next.error}`);
  const { vis, review, queue = null } = next.to;
  return { ...judgement, vis, review, queue, event: next.event, priority: priorityOf(verdict) };
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
