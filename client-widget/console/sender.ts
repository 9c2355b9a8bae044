import type { ReviewCard } from '../../shared/review.ts';
import { cardOf, statusOf } from './api.ts';
import type { Answer, ConsoleApi } from './api.ts';
import type { ClaimKeeper } from './claims.ts';
import { withDone, withUndoing } from './done.ts';
import type { Done } from './done.ts';
import { isDecidable } from './review-state.ts';
import type { Attempt, Choice, ReviewAction, ReviewState } from './review-state.ts';

export interface SenderDeps {
  api: Pick<ConsoleApi, 'decide' | 'undo'>;
  ask: <T>(request: Promise<Answer<T>>) => Promise<Answer<T>>;
  claims: Pick<ClaimKeeper, 'claim' | 'spend'>;
  review: () => ReviewState;
  dispatch: (action: ReviewAction) => void;
  done: () => readonly Done[];
  setDone: (done: readonly Done[]) => void;
  newKey: () => string;
}

export interface Sender {
  /** `openMs`: how long the comment was looked at, milliseconds. */
  decide: (id: string, choice: Choice, openMs?: number) => Promise<void>;
  retry: (id: string) => Promise<void>;
  /** Sends what could not reach the service, each decision with the key it had. */
  resend: () => void;
  /** Takes back something I did, the newest unless told; nothing where there is none. */
  undo: (eventId?: string) => Promise<void>;
  /** Brings back what was put aside before its time: takes back that it was. */
  wake: (card: ReviewCard) => Promise<void>;
}

/** Sends decisions, and takes them back. */
export function createSender(deps: SenderDeps): Sender {
  const { api, ask, claims, review, dispatch, done, setDone, newKey } = deps;

  async function send(id: string, attempt: Attempt): Promise<void> {
    const { choice, key, ...seen } = attempt;
    claims.spend(id);
    dispatch({ type: 'sent', id, attempt });
    const post = (): ReturnType<typeof api.decide> => ask(api.decide(id, { ...choice, ...seen }, key));
    let answer = await post();
    // Decided before the claim that opening it makes: that comes first, then.
    if (!answer.ok && codeOf(answer) === 'claim-required' && (await claims.claim(id)).ok) answer = await post();
    if (answer.ok) {
      const { card } = answer.value;
      setDone(withDone(done(), { act: choice.action, card, key: newKey() }));
      return dispatch({ type: 'decided', card, act: choice.action });
    }
    const { trouble } = answer;
    if (statusOf(trouble) === 404) return dispatch({ type: 'dropped', id });
    dispatch({ type: 'declined', id, attempt, trouble, card: cardOf(trouble) });
  }

  async function retry(id: string): Promise<void> {
    const standing = review().entries.get(id)?.standing;
    if (standing?.kind === 'failed') await send(id, standing.attempt);
  }

  return {
    retry,
    async decide(id, choice, openMs) {
      const entry = review().entries.get(id);
      if (entry === undefined || !isDecidable(entry)) return;
      const seen = { expectedV: entry.card.v, expectedRev: entry.card.rev };
      await send(id, { key: newKey(), choice, ...seen, ...(openMs === undefined ? {} : { openMs }) });
    },
    resend() {
      for (const { card, standing } of review().entries.values())
        if (standing.kind === 'failed' && standing.trouble.kind === 'unreachable') void retry(card.id);
    },
    async undo(eventId) {
      const wanted = done().find((one) => !one.isUndoing && (eventId === undefined || one.eventId === eventId));
      if (wanted === undefined) return;
      setDone(withUndoing(done(), wanted.eventId, { isUndoing: true, trouble: null }));
      const answer = await ask(api.undo(wanted.card.id, wanted.eventId, wanted.key));
      if (answer.ok) {
        setDone(done().filter((one) => one.eventId !== wanted.eventId));
        return dispatch({ type: 'undone', card: answer.value.card });
      }
      setDone(withUndoing(done(), wanted.eventId, { isUndoing: false, trouble: answer.trouble }));
    },
    async wake({ id, undo }) {
      if (undo === null) return;
      const answer = await ask(api.undo(id, undo.eventId, newKey()));
      const card = answer.ok ? answer.value.card : cardOf(answer.trouble);
      if (card !== null) dispatch(answer.ok ? { type: 'undone', card } : { type: 'heard', card });
    },
  };
}

function codeOf(answer: Answer<unknown>): string | null {
  return !answer.ok && answer.trouble.kind === 'problem' ? answer.trouble.document.code : null;
}
