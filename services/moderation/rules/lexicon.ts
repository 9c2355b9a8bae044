import { FIELDS, LEVELS, type Field, type Level } from '../../../shared/moderation.ts';
import { allowedSpans, withoutAllowed } from '../allowed-words.ts';
import type { Finding, ModerationContext, Rule } from '../context.ts';
import { createWordFinders, everyHit, type WordFinders } from '../site-words.ts';
import type { TextEngine, TextHit } from '../text/engine.ts';

/**
 * Words of the lexicons, plain or disguised, in the body and in the author's name. A word that also has an innocent
 * meaning only ever asks for a person's look ("suspect"); everything else follows the site's levels per severity. What lies
 * within a word or phrase the site allows does not count.
 */
export function lexiconRule(engine: TextEngine, finders: WordFinders = createWordFinders()): Rule {
  return {
    id: 'lexicon',
    v: 3,
    phase: 'lexicon',
    onError: 'hold',
    budgetMs: 20,
    check: (context) => FIELDS.flatMap((field) => scan({ engine, finders }, context, field)),
  };
}

function scan(
  { engine, finders }: { engine: TextEngine; finders: WordFinders },
  context: ModerationContext,
  field: Field,
): Finding[] {
  const { languages, settings } = context;
  const text = context[field];
  const hits = everyHit((part) => engine.checkIn(part, languages), text);
  if (hits.length === 0) return [];
  const allowed = allowedSpans(finders(settings.words.allow), text);
  return withoutAllowed(hits, allowed).map((hit) => toFinding(hit, field, settings));
}

function toFinding(hit: TextHit, field: Field, settings: ModerationContext['settings']): Finding {
  const { lang, severity, category, how, homonym } = hit;
  const action = actionOf(hit, settings);
  return {
    level: action === 'mask' ? 'note' : action,
    field,
    span: [hit.start, hit.end],
    matched: hit.term,
    detail: { lang, severity, category, how, homonym, ...(action === 'mask' ? { masked: true } : {}) },
  };
}

/**
 * A homonym asks for a look and no more: it is never hidden on its own, and so not masked either, since only a person can
 * tell what it means.
 */
function actionOf({ severity, homonym }: TextHit, settings: ModerationContext['settings']): Level | 'mask' {
  const action = settings.severityLevels[severity];
  if (!homonym) return action;
  return action === 'mask' || LEVELS.indexOf(action) > LEVELS.indexOf('suspect') ? 'suspect' : action;
}
