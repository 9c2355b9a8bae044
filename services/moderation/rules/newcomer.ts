import type { Rule } from '../context.ts';

/** Holds the first n comments of an author, n being the site's setting. */
export const newcomerRule: Rule = {
  id: 'newcomer',
  v: 2,
  phase: 'author',
  onError: 'suspect',
  budgetMs: 1,
  check({ author, settings }) {
    const published = author.published ?? 0;
    if (published >= settings.newcomerHold) return [];
    const detail = { published, needed: settings.newcomerHold };
    return [{ level: 'hold', field: 'body', detail }];
  },
};
