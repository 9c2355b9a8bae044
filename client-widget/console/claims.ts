import { CLAIM_RENEW_MS } from '../../shared/limits.ts';
import type { ClaimView, ReviewCard } from '../../shared/review.ts';
import { isOwnAppeal } from './barred.ts';
import { cardOf } from './api.ts';
import type { Answer, ConsoleApi } from './api.ts';
import { waits } from './queue-order.ts';

/** Without a key or a press for so long, nobody is taken to be here, and claims are left to lapse. */
const IDLE_MS = 15 * 60_000;
/** Whoever only passes by on the way down the list claims nothing. */
const SETTLE_MS = 150;

export interface ClaimKeeper {
  /** The comment that is open now, null for none. What was open before is given up. */
  see: (card: ReviewCard | null) => void;
  /** A decision about it is on its way, which ends its claim: it must not be given up before that is settled. */
  spend: (id: string) => void;
  /** The decision has its answer. Where it was not taken the claim is left, and nobody must wait for what is open no more. */
  settle: (id: string, isTaken: boolean) => void;
  /** Claims now; with `takeOver`, also from a colleague. */
  claim: (id: string, takeOver?: boolean) => Promise<Answer<unknown>>;
  /** Claims once more what is open: the service may have taken this window for gone. */
  again: () => void;
  /** Somebody is here. */
  touch: () => void;
  stop: () => void;
}

export interface ClaimDeps {
  me: () => string;
  /** Name of this window. */
  window: string;
  api: Pick<ConsoleApi, 'claim' | 'release'>;
  /** The card as it is with the claim, or with that of whoever was faster. */
  heard: (card: ReviewCard) => void;
  now: () => number;
}

/**
 * Claims what is open, renews the claim while somebody is here, and gives it up when something else is opened. Where a site has
 * claims switched off, its comments come back without one, and there is nothing to keep.
 */
export function createClaims({ me, window, api, heard, now }: ClaimDeps): ClaimKeeper {
  let open: string | null = null;
  /** Who is at the open comment, as far as is known. */
  let holder: ClaimView | null = null;
  /** Comments about which a decision is on its way, and whether my claim is on them. */
  const spent = new Map<string, boolean>();
  let settling: ReturnType<typeof setTimeout> | undefined;
  let touchedAt = now();

  const isHere = (): boolean => now() - touchedAt < IDLE_MS;
  const isMine = (): boolean => holder?.by.id === me();
  const isOthers = (): boolean => holder !== null && !isMine() && Date.parse(holder.until) > now();

  async function claim(id: string, takeOver = false): Promise<Answer<unknown>> {
    const answer = await api.claim(id, { desk: window, takeOver });
    const card = answer.ok ? answer.value.card : cardOf(answer.trouble);
    const isGot = card?.claim?.by.id === me();
    if (isGot && spent.has(id)) spent.set(id, true);
    // Something else is open by now: nobody must wait for a claim that nobody needs.
    if (id !== open && !spent.has(id) && isGot) void api.release(id);
    else if (card !== null) heard(card);
    return answer;
  }

  function turnTo(id: string | null): void {
    clearTimeout(settling);
    settling = undefined;
    if (open !== null && !spent.has(open) && isMine()) void api.release(open);
    open = id;
    holder = null;
    if (id === null) return;
    settling = setTimeout(() => {
      settling = undefined;
      if (!isOthers()) void claim(id);
    }, SETTLE_MS);
  }

  // Also what a colleague has let lapse.
  const renewal = setInterval(() => {
    if (open !== null && holder !== null && !isOthers() && isHere()) void claim(open);
  }, CLAIM_RENEW_MS);

  return {
    see(card) {
      // An appeal that a colleague answers must not be kept from them.
      const id = card !== null && waits(card) && !isOwnAppeal(card, me()) ? card.id : null;
      if (id !== open) turnTo(id);
      if (card === null || id === null) return;
      const wasOthers = holder !== null && !isMine();
      holder = card.claim;
      // A colleague has left it: whoever has it before them is next.
      if (wasOthers && holder === null && isHere()) void claim(id);
    },
    spend: (id) => void spent.set(id, id === open && isMine()),
    settle(id, isTaken) {
      const isHeld = spent.get(id) === true;
      spent.delete(id);
      if (isHeld && !isTaken && id !== open) void api.release(id);
    },
    claim,
    again() {
      if (open !== null && settling === undefined && !isOthers()) void claim(open);
    },
    touch() {
      const wasHere = isHere();
      touchedAt = now();
      if (!wasHere && open !== null && !isOthers()) void claim(open);
    },
    stop() {
      clearTimeout(settling);
      clearInterval(renewal);
    },
  };
}
