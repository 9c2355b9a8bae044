import type { PersonComment } from '../../shared/people.ts';

export type CommentState = 'published' | 'held' | 'refused' | 'withdrawn' | 'erased';

/** What has become of a comment, in one word. */
export function stateOf({ vis, review, outcome }: Pick<PersonComment, 'vis' | 'review' | 'outcome'>): CommentState {
  if (vis === 'visible') return 'published';
  if (vis === 'erased') return 'erased';
  if (outcome?.kind === 'withdrawn') return 'withdrawn';
  return review === 'closed' ? 'refused' : 'held';
}
