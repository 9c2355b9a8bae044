import { WORD_LISTS } from '../../shared/moderation-terms.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { isFindable, type WordFinders } from './site-words.ts';

/** Entries that the engine could never find, so that a list would promise what nobody does. Paths as in the request's body. */
export function settingsFaults({ words }: SiteSettings, finders: WordFinders): Omit<FieldProblem, 'message'>[] {
  return WORD_LISTS.flatMap((list) =>
    words[list].flatMap((entry, at) =>
      isFindable(entry, finders(words[list]))
        ? []
        : [{ path: `settings.words.${list}.${at}`, code: 'unmatchable' as const, entry: entry.slice(0, 200) }],
    ),
  );
}
