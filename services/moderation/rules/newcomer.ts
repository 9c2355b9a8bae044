import type { Rule } from '../context.ts';

/** Holds the first n comments of an author, n being the site's setting. Staff is never a newcomer. */
export const newcomerRule: Rule = {
  id: 'newcomer',
  v: 1,
  phase: 'author',
  onError: 'suspect',
  budgetMs: 1,
  check({ author, settings }) {
    if (author.isStaff || author.approvedCount >= settings.newcomerHold) return [];
    const detail = { approved: author.approvedCount, needed: settings.newcomerHold };
    return [{ level: 'hold', field: 'body', detail }];
  },
};
