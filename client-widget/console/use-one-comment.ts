import { useState } from 'preact/hooks';
import type { ReviewCard } from '../../shared/review.ts';
import { newKey } from '../kit/api.ts';
import { cardOf } from './api.ts';
import type { ConsoleApi, Trouble } from './api.ts';
import type { DecisionProps } from './decision-bar.tsx';
import { placeOf } from './queue-order.ts';
import { isNotMine } from './refusals.ts';
import { seenOf, WAITING } from './review-state.ts';
import type { Attempt, Choice, Standing } from './review-state.ts';
import { sendDecision } from './send-decision.ts';
import type { Sent } from './send-decision.ts';

export interface OneComment {
  /** What its bar of decisions does and shows. There are no shortcuts beside the queue. */
  bar: Pick<DecisionProps, 'entry' | 'hints' | 'onRetry' | 'onDismiss' | 'onDone' | 'onTakeOver'>;
  decide: (id: string, choice: Choice) => Promise<void>;
  /** Why it could not be taken over, or is not for this moderator to decide. */
  trouble: Trouble | null;
  /** Shows the comment as something else that was done about it has left it. */
  renew: (card: ReviewCard) => void;
}

/** A comment that is decided about where it was found, beside the queue. */
export function useOneComment(api: Pick<ConsoleApi, 'decide' | 'claim' | 'release'>, found: ReviewCard): OneComment {
  const [card, setCard] = useState(found);
  const [standing, setStanding] = useState<Standing>(WAITING);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [desk] = useState(newKey);

  async function send(attempt: Attempt): Promise<void> {
    setStanding({ kind: 'sending', attempt });
    setTrouble(null);
    let isClaimed = false;
    const claim = async (id: string): ReturnType<typeof api.claim> => {
      const answer = await api.claim(id, { desk });
      isClaimed = answer.ok;
      return answer;
    };
    const sent = await sendDecision(card.id, attempt, { decide: api.decide, claim });
    // A claim that was made for the decision has no other use.
    if (isClaimed && sent.kind !== 'taken') void api.release(card.id);
    show(sent, attempt);
  }

  function show(sent: Sent, attempt: Attempt): void {
    if (sent.kind === 'dropped') return setStanding({ kind: 'gone' });
    const { card: fresh } = sent;
    if (fresh !== null) setCard(fresh);
    if (sent.kind === 'taken') return setStanding(WAITING);
    const { trouble: why } = sent;
    if (fresh === null) return setStanding({ kind: 'failed', attempt, trouble: why });
    if (isNotMine(why)) {
      setStanding(WAITING);
      return setTrouble(why);
    }
    setStanding({ kind: 'changed', trouble: why, was: fresh.rev === card.rev ? null : seenOf(card) });
  }

  async function takeOver(): Promise<void> {
    setTrouble(null);
    const answer = await api.claim(card.id, { desk, takeOver: true });
    const fresh = answer.ok ? answer.value.card : cardOf(answer.trouble);
    if (fresh !== null) setCard(fresh);
    if (!answer.ok) setTrouble(answer.trouble);
  }

  const dismiss = (): void => setStanding(WAITING);
  return {
    bar: {
      entry: { card, place: placeOf(card), standing, touched: 0 },
      hints: false,
      onRetry: () => {
        if (standing.kind === 'failed') void send(standing.attempt);
      },
      onDismiss: dismiss,
      onDone: dismiss,
      onTakeOver: () => void takeOver(),
    },
    decide: (_, choice) => send({ key: newKey(), serial: 0, choice, expectedV: card.v, expectedRev: card.rev }),
    trouble,
    renew: setCard,
  };
}
