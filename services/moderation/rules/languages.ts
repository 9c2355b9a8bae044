import type { Rule } from '../context.ts';

/**
 * Written in a language nobody here is said to read: not the article's, not the site's, and none of those the site reads besides.
 * English is no exception. Nothing is said against the comment, and where the language is not sure nothing is said at all. What a
 * writer claims of the page does not count once the discussion has a language, or anybody could get past.
 */
export const languagesRule: Rule = {
  id: 'languages',
  v: 1,
  phase: 'language',
  onError: 'open',
  budgetMs: 1,
  check({ detected, languages: { page }, settings: { languages: asked } }) {
    if (asked.others === 'pass' || detected === null) return [];
    const known = [...page, ...asked.read].map((tag) => tag.split('-', 1)[0]?.toLowerCase());
    return known.includes(detected) ? [] : [{ level: asked.others, field: 'body', detail: { lang: detected } }];
  },
};
