import { WORD_LISTS } from '../../shared/moderation-terms.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { isFindable, type WordFinders } from './site-words.ts';

type Fault = Omit<FieldProblem, 'message'>;

/** Where settings would promise what nobody does. Paths as in the request's body. */
export function settingsFaults(
  { words, alerts }: Pick<SiteSettings, 'words' | 'alerts'>,
  { finders, mayCall }: { finders: WordFinders; mayCall: (url: string) => boolean },
): Fault[] {
  return [...unmatchable(words, finders), ...notCallable(alerts, mayCall)];
}

/** Chats that could never be called. */
function notCallable({ webhooks }: SiteSettings['alerts'], mayCall: (url: string) => boolean): Fault[] {
  return webhooks.flatMap((url, at) =>
    mayCall(url)
      ? []
      : [{ path: `settings.alerts.webhooks.${at}`, code: 'not-callable' as const, entry: url.slice(0, 200) }],
  );
}

/** Entries that the engine could never find. */
function unmatchable(words: SiteSettings['words'], finders: WordFinders): Fault[] {
  return WORD_LISTS.flatMap((list) =>
    words[list].flatMap((entry, at) =>
      isFindable(entry, finders(words[list]))
        ? []
        : [{ path: `settings.words.${list}.${at}`, code: 'unmatchable' as const, entry: entry.slice(0, 200) }],
    ),
  );
}
