import type { SiteId } from '../../shared/ids.ts';

/**
 * Refused, by a person or by the rules, with nobody left to look at it, and its words still there. An index holds these and no others,
 * so that nothing has to be kept up: a comment is in it for as long as this holds.
 */
export const REFUSED_WITH_WORDS = {
  'mod.review': 'closed',
  'mod.outcome.kind': { $in: ['refused', 'rejected'] },
  text: { $gt: '' },
} as const;

/** By when it was refused. */
export const REFUSED_INDEX = [
  { siteId: 1, 'mod.outcome.at': 1 },
  { name: 'refused_words', partialFilterExpression: REFUSED_WITH_WORDS },
] as const;

/** Those of a site that were refused at a moment or before. */
export function wordsRefusedUntil(siteId: SiteId, until: Date) {
  return { siteId, ...REFUSED_WITH_WORDS, 'mod.outcome.at': { $lte: until } };
}
