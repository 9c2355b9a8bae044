import type { Field, Level } from '../../../shared/moderation.ts';
import { LEVELS } from '../../../shared/moderation.ts';
import type { Finding, ModerationContext, Rule } from '../context.ts';
import type { TextEngine, TextHit } from '../text/engine.ts';

/**
 * Words of the lexicons, plain or disguised, in the body and in the author's name. A word that also has an innocent
 * meaning only ever asks for a person's look ("suspect"); everything else follows the site's levels per severity.
 */
export function lexiconRule(engine: TextEngine): Rule {
  return {
    id: 'lexicon',
    v: 2,
    phase: 'lexicon',
    onError: 'hold',
    budgetMs: 20,
    check: (context) => [...scan(engine, context, 'body'), ...scan(engine, context, 'name')],
  };
}

function scan(engine: TextEngine, context: ModerationContext, field: Field): Finding[] {
  return engine.checkIn(context[field], context.languages).map((hit) => toFinding(hit, field, context.settings));
}

function toFinding(hit: TextHit, field: Field, settings: ModerationContext['settings']): Finding {
  return {
    level: levelOf(hit, settings),
    field,
    span: [hit.start, hit.end],
    matched: hit.term,
    detail: { lang: hit.lang, severity: hit.severity, category: hit.category, how: hit.how, homonym: hit.homonym },
  };
}

/** A homonym asks for a look and no more: it is never hidden on its own. */
function levelOf(hit: TextHit, settings: ModerationContext['settings']): Level {
  const level = settings.severityLevels[hit.severity];
  return hit.homonym && LEVELS.indexOf(level) > LEVELS.indexOf('suspect') ? 'suspect' : level;
}
