import type { ReviewCard } from '../../shared/review.ts';
import { cardOf } from './api.ts';
import type { Answer, ConsoleApi, Trouble } from './api.ts';
import type { ClaimKeeper } from './claims.ts';
import { withUndoing } from './done.ts';
import type { Done } from './done.ts';
import { isFinal, isNotMine } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { isDecidable, pendingOf } from './review-state.ts';
import type { Attempt, Choice, ReviewAction, ReviewState } from './review-state.ts';
import { sendDecision } from './send-decision.ts';

export interface SenderDeps {
  api: Pick<ConsoleApi, 'decide' | 'undo'>;
  ask: <T>(request: Promise<Answer<T>>) => Promise<Answer<T>>;
  claims: Pick<ClaimKeeper, 'claim' | 'spend' | 'settle'>;
  review: () => ReviewState;
  /** Also keeps what was done in step with the cards that are heard. */
  dispatch: (action: ReviewAction) => void;
  done: () => readonly Done[];
  setDone: (done: readonly Done[]) => void;
  refuse: (refusal: Refusal) => void;
  /** What was refused for a comment is wished anew. */
  forgive: (id: string) => void;
  newKey: () => string;
}

export interface Sender {
  /** `openMs`: how long the comment was looked at, milliseconds. */
  decide: (id: string, choice: Choice, openMs?: number) => Promise<void>;
  retry: (id: string) => Promise<void>;
  /** Sends what could not reach the service, each decision with the key it had. */
  resend: () => void;
  /**
   * Takes back something I did; unless told, what I decided last. What is on its way still is waited for, and taken back then;
   * what did not arrive is given up.
   */
  undo: (eventId?: string) => Promise<void>;
  /** Brings back what was put aside before its time: takes back that it was. */
  wake: (card: ReviewCard) => Promise<void>;
}

/** Sends decisions, and takes them back. */
export function createSender(deps: SenderDeps): Sender {
  const { api, ask, claims, review, dispatch, done, setDone, refuse, forgive, newKey } = deps;
  let serials = 0;
  /** Decisions on their way, by serial. */
  const flights = new Map<number, Promise<void>>();
  /** Serials of decisions that I wish to take back, until it is known what became of that. */
  const unwanted = new Set<number>();

  function send(id: string, attempt: Attempt): Promise<void> {
    const { serial } = attempt;
    const flight = fly(id, attempt).finally(() => {
      // Unless it has been sent once more already.
      if (flights.get(serial) === flight) flights.delete(serial);
    });
    flights.set(serial, flight);
    return flight;
  }

  async function fly(id: string, attempt: Attempt): Promise<void> {
    claims.spend(id);
    dispatch({ type: 'sent', id, attempt });
    let isTaken = false;
    try {
      const sent = await sendDecision(id, attempt, {
        decide: (...decision) => ask(api.decide(...decision)),
        claim: (which) => claims.claim(which),
      });
      isTaken = sent.kind === 'taken';
      if (sent.kind === 'taken') dispatch({ type: 'decided', card: sent.card, attempt });
      else if (sent.kind === 'dropped') dispatch({ type: 'dropped', id });
      else {
        const { trouble, card } = sent;
        dispatch({ type: 'declined', id, attempt, trouble, card });
        if (card !== null && isNotMine(trouble)) refuse({ wish: 'decide', card, trouble });
      }
    } finally {
      claims.settle(id, isTaken);
    }
  }

  async function retry(id: string): Promise<void> {
    const standing = review().entries.get(id)?.standing;
    if (standing?.kind === 'failed') await send(id, standing.attempt);
  }

  /** Serial of what I decided last, whether or not it has arrived, of what is not being taken back already. */
  function newest(): number | undefined {
    const pending = [...review().entries.values()].flatMap((entry) => pendingOf(entry)?.serial ?? []);
    const serials = [...pending, ...done().map(({ serial }) => serial)];
    return serials.filter((serial) => !unwanted.has(serial)).sort((a, b) => b - a)[0];
  }

  async function takeBack({ card, eventId, key }: Done): Promise<void> {
    forgive(card.id);
    setDone(withUndoing(done(), eventId, true));
    const answer = await ask(api.undo(card.id, eventId, key));
    const isOver = answer.ok || isFinal(answer.trouble);
    setDone(isOver ? done().filter((one) => one.eventId !== eventId) : withUndoing(done(), eventId, false));
    if (answer.ok) return dispatch({ type: 'undone', card: answer.value.card });
    notDone('undo', card, answer.trouble);
  }

  function notDone(wish: Refusal['wish'], card: ReviewCard, trouble: Trouble): void {
    refuse({ wish, card, trouble });
    const fresh = cardOf(trouble);
    if (fresh !== null) dispatch({ type: 'heard', card: fresh });
  }

  /** It did not arrive, as far as is known. */
  function giveUp(serial: number): void {
    for (const { card, standing } of review().entries.values())
      if (standing.kind === 'failed' && standing.attempt.serial === serial) dispatch({ type: 'given-up', id: card.id });
  }

  return {
    retry,
    async decide(id, choice, openMs) {
      const entry = review().entries.get(id);
      if (entry === undefined || !isDecidable(entry)) return;
      forgive(id);
      const seen = { expectedV: entry.card.v, expectedRev: entry.card.rev };
      const looked = openMs === undefined ? {} : { openMs };
      await send(id, { key: newKey(), serial: ++serials, choice, ...seen, ...looked });
    },
    resend() {
      for (const { card, standing } of review().entries.values())
        if (standing.kind === 'failed' && standing.trouble.kind === 'unreachable') void retry(card.id);
    },
    async undo(eventId) {
      const serial = eventId === undefined ? newest() : done().find((one) => one.eventId === eventId)?.serial;
      if (serial === undefined || unwanted.has(serial)) return;
      unwanted.add(serial);
      try {
        // Once more where it is sent again meanwhile.
        while (flights.has(serial)) await flights.get(serial);
        const wanted = done().find((one) => one.serial === serial);
        if (wanted === undefined) giveUp(serial);
        else await takeBack(wanted);
      } finally {
        unwanted.delete(serial);
      }
    },
    async wake(card) {
      if (card.undo === null) return;
      forgive(card.id);
      const answer = await ask(api.undo(card.id, card.undo.eventId, newKey()));
      if (answer.ok) dispatch({ type: 'undone', card: answer.value.card });
      else notDone('wake', card, answer.trouble);
    },
  };
}
