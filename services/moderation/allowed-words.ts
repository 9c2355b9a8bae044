import type { TextHit } from './text/engine.ts';
import type { WordFinder } from './site-words.ts';

/**
 * Where a text has words its site allows. Only as they are in the dictionary: whoever disguises a word means another one,
 * and a disguise can be read in more than one way.
 */
export function allowedSpans(find: WordFinder, text: string): readonly TextHit[] {
  return find(text).filter(({ how }) => how === 'plain' || how === 'stretched');
}

/** The hits that do not lie within an allowed word or phrase. Both in the order of the text. */
export function withoutAllowed(hits: readonly TextHit[], allowed: readonly TextHit[]): readonly TextHit[] {
  if (allowed.length === 0) return hits;
  let at = 0;
  let reach = 0;
  return hits.filter((hit) => {
    for (let span = allowed[at]; span !== undefined && span.start <= hit.start; span = allowed[++at])
      reach = Math.max(reach, span.end);
    return hit.end > reach;
  });
}
