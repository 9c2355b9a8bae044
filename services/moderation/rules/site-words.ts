import type { WORD_LISTS } from '../../../shared/moderation-terms.ts';
import type { Level } from '../../../shared/moderation.ts';
import { allowedSpans, withoutAllowed } from '../allowed-words.ts';
import type { Finding, ModerationContext, Rule } from '../context.ts';
import type { WordFinders } from '../site-words.ts';
import { seenTexts, withSeen } from './as-read.ts';

type Telling = Exclude<(typeof WORD_LISTS)[number], 'allow'>;

/** What a list leads to. Each is looked for by itself: a word to mask is masked inside a phrase that holds the comment, too. */
const LEVEL_OF: Readonly<Record<Telling, Level>> = { refuse: 'reject', hold: 'hold', mask: 'note' };
const LISTS = Object.keys(LEVEL_OF) as Telling[];

/** Words and phrases the site itself has listed, plain or disguised, in the body and in the author's name. */
export function siteWordsRule(finders: WordFinders): Rule {
  return {
    id: 'site-words',
    v: 2,
    phase: 'lexicon',
    onError: 'hold',
    budgetMs: 20,
    check: (context) => (['body', 'name'] as const).flatMap((field) => scan(finders, context, field)),
  };
}

function scan(finders: WordFinders, context: ModerationContext, field: 'body' | 'name'): Finding[] {
  const { words } = context.settings;
  const lists = LISTS.filter((list) => words[list].length > 0);
  if (lists.length === 0) return [];
  const text = context[field];
  const seen = seenTexts(text, field === 'body' ? context.links : []);
  const find = (list: Telling, part: string) =>
    withoutAllowed(finders(words[list])(part), allowedSpans(finders(words.allow), part));
  return lists.flatMap((list) =>
    withSeen(find(list, text), seen, (part) => find(list, part)).map((hit) => ({
      level: LEVEL_OF[list],
      field,
      span: [hit.start, hit.end],
      matched: hit.term,
      detail: { list, how: hit.how, ...(list === 'mask' ? { masked: true } : {}) },
    })),
  );
}
