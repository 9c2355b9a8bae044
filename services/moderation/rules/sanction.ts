import type { Rule } from '../context.ts';

/** Holds every comment of an author whom a moderator wants to read first. Nothing is said against the comment itself. */
export const sanctionRule: Rule = {
  id: 'sanction',
  v: 1,
  phase: 'author',
  onError: 'hold',
  budgetMs: 1,
  check({ author: { premod } }) {
    if (premod === undefined) return [];
    return [{ level: 'hold', field: 'body', detail: { sanction: 'premod', by: premod.by, since: premod.since } }];
  },
};
