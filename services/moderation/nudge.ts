import type { Hit, Level, Verdict } from '../../shared/moderation.ts';
import { HINT_REASONS, type Hint } from '../../shared/nudge.ts';

/** More than an author can rewrite at a glance; what is left is told the next time. */
const HINTS_MAX = 20;

/** Levels at which a person looks at the comment. */
const KEPT_BACK: readonly Level[] = ['suspect', 'hold', 'reject'];

/**
 * What of a verdict its author may be told before posting: words they wrote plainly, too many links, a language nobody here reads, and
 * capitals beside these. Nothing that somebody who tries things out could learn from: whoever disguises a word knows it, and a word with an
 * innocent meaning is nobody's fault. Empty if there is nothing to tell.
 */
export function hintsOf({ hits }: Verdict, texts: { text: string; name: string }): Hint[] {
  const told = hits.flatMap((hit) => {
    const hint = toHint(hit, texts);
    return hint === null ? [] : [{ hint, level: hit.level }];
  });
  if (!told.some(({ level }) => KEPT_BACK.includes(level))) return [];
  return told.slice(0, HINTS_MAX).map(({ hint }) => hint);
}

function toHint({ ruleId, level, field, span, detail = {} }: Hit, texts: { text: string; name: string }): Hint | null {
  if (detail['shape'] === 'shouting') return { field: 'text', reason: 'shouting' };
  if (ruleId === 'languages' && level === 'hold') return { field: 'text', reason: 'language' };
  if (!KEPT_BACK.includes(level) || span === undefined || field === 'link') return null;
  const where = field === 'name' ? 'name' : 'text';
  const found = texts[where].slice(...span);
  if (ruleId === 'links' && detail['reason'] === 'too-many' && typeof detail['limit'] === 'number')
    return { field: where, reason: 'links', span, found, limit: detail['limit'] };
  const reason = HINT_REASONS.find((category) => category === detail['category']);
  if (ruleId !== 'lexicon' || reason === undefined || detail['how'] !== 'plain' || detail['homonym'] === true)
    return null;
  return { field: where, reason, span, found };
}
