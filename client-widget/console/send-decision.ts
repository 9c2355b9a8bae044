import type { ReviewCard } from '../../shared/review.ts';
import { cardOf, statusOf } from './api.ts';
import type { Answer, ConsoleApi, Trouble } from './api.ts';
import type { Attempt } from './review-state.ts';

/** What became of a decision: taken; its comment exists no more; or not taken, with the fresh card if one came with that. */
export type Sent =
  | { readonly kind: 'taken'; readonly card: ReviewCard }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'declined'; readonly trouble: Trouble; readonly card: ReviewCard | null };

export interface DecisionDeps {
  decide: ConsoleApi['decide'];
  /** Claims the comment now. */
  claim: (id: string) => Promise<Answer<unknown>>;
}

/** Sends a decision, however often with the same key; where it needs a claim that is not there yet, that is made first. */
export async function sendDecision(id: string, attempt: Attempt, { decide, claim }: DecisionDeps): Promise<Sent> {
  const { choice, key, expectedV, expectedRev, openMs } = attempt;
  const seen = { expectedV, expectedRev, ...(openMs === undefined ? {} : { openMs }) };
  const post = (): ReturnType<typeof decide> => decide(id, { ...choice, ...seen }, key);
  let answer = await post();
  // Decided before the claim that opening it makes: that comes first, then.
  if (needsClaim(answer) && (await claim(id)).ok) answer = await post();
  if (answer.ok) return { kind: 'taken', card: answer.value.card };
  const { trouble } = answer;
  if (statusOf(trouble) === 404) return { kind: 'dropped' };
  return { kind: 'declined', trouble, card: cardOf(trouble) };
}

function needsClaim(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.trouble.kind === 'problem' && answer.trouble.document.code === 'claim-required';
}
