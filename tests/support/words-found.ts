import { loadLexicon } from '../../services/moderation/lexicons/load.ts';
import { createFrom } from '../../services/moderation/text/engine.ts';

/** The engine with all lexicons, compiled from their sources. */
export const engine = createFrom(loadLexicon());

/** The words in a text that make it wait: strong or extreme ones that are no homonyms, as they are written there. */
export function held(text: string, ...page: readonly string[]): string[] {
  return engine
    .check(text, ...page)
    .filter(({ severity, homonym }) => severity !== 'mild' && !homonym)
    .map(({ start, end }) => text.slice(start, end));
}
