import { useState } from 'preact/hooks';
import type { ReviewCard } from '../../shared/review.ts';
import { newKey } from '../kit/api.ts';
import { cardOf, statusOf } from './api.ts';
import type { ConsoleApi } from './api.ts';
import { placeOf } from './queue-order.ts';
import { WAITING } from './review-state.ts';
import type { Attempt, Choice, Entry, Standing } from './review-state.ts';

export interface OneComment {
  entry: Entry;
  decide: (id: string, choice: Choice) => Promise<void>;
  retry: () => void;
  dismiss: () => void;
  takeOver: () => void;
  /** Shows the comment as something else that was done about it has left it. */
  renew: (card: ReviewCard) => void;
}

/** A comment that is decided about where it was found, beside the queue. */
export function useOneComment(api: Pick<ConsoleApi, 'decide' | 'claim'>, found: ReviewCard): OneComment {
  const [card, setCard] = useState(found);
  const [standing, setStanding] = useState<Standing>(WAITING);
  const [desk] = useState(newKey);

  async function send(attempt: Attempt): Promise<void> {
    const { choice, key, ...seen } = attempt;
    setStanding({ kind: 'sending', attempt });
    const post = (): ReturnType<typeof api.decide> => api.decide(card.id, { ...choice, ...seen }, key);
    let answer = await post();
    const isUnclaimed =
      !answer.ok && answer.trouble.kind === 'problem' && answer.trouble.document.code === 'claim-required';
    if (isUnclaimed && (await api.claim(card.id, { desk })).ok) answer = await post();
    if (answer.ok) {
      setCard(answer.value.card);
      return setStanding(WAITING);
    }
    const { trouble } = answer;
    if (statusOf(trouble) === 404) return setStanding({ kind: 'gone' });
    const fresh = cardOf(trouble);
    if (fresh === null) return setStanding({ kind: 'failed', attempt, trouble });
    setCard(fresh);
    setStanding({ kind: 'changed', trouble, was: fresh.rev === card.rev ? null : card.text });
  }

  async function takeOver(): Promise<void> {
    const answer = await api.claim(card.id, { desk, takeOver: true });
    const fresh = answer.ok ? answer.value.card : cardOf(answer.trouble);
    if (fresh !== null) setCard(fresh);
  }

  return {
    entry: { card, place: placeOf(card), standing, touched: 0 },
    decide: (_, choice) => send({ key: newKey(), choice, expectedV: card.v, expectedRev: card.rev }),
    retry: () => {
      if (standing.kind === 'failed') void send(standing.attempt);
    },
    dismiss: () => setStanding(WAITING),
    takeOver: () => void takeOver(),
    renew: setCard,
  };
}
