import type { CommentId } from '../../shared/ids.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import type { ReactionState } from '../../shared/comment.ts';
import type { RatingState } from '../../shared/rating.ts';
import type { OwnVoice, Tally, VoiceState } from '../../shared/votes.ts';
import { ApiProblem } from '../kit/api.ts';
import type { Config } from './config.ts';
import { threadRef } from './hands.ts';
import type { Services } from './services.ts';
import type { ThreadChange } from './thread-reduce.ts';
import type { ShownComment } from './thread-state.ts';
import type { ThreadStore } from './thread-store.ts';

export interface VotingOptions {
  config: Config;
  services: Services;
  thread: ThreadStore;
  /** Lets the reader's other tabs know. */
  tell: () => void;
  /** What is said where the service says nothing. */
  failed: string;
}

/** What is on its way about one comment: what the service has last said of it, and how many answers are awaited. */
interface UnderWay {
  voice: OwnVoice;
  tally: Tally;
  left: number;
  last: Promise<unknown>;
}

const SILENT: OwnVoice = { vote: null, emoji: null };
const NOBODY: Tally = { v: 0, up: 0, down: 0, emojis: {} };
const underWay = new Map<CommentId, UnderWay>();

/**
 * Says something about a comment: drawn at once, and as the service last had it if it was not taken. What is pressed in quick
 * succession is sent one after the other, so that the last word counts.
 * @returns why it was not taken, in words; null if it was
 */
export async function vote(
  { config, services, thread, tell, failed }: VotingOptions,
  { id }: ShownComment,
  say: Partial<OwnVoice>,
): Promise<string | null> {
  const before = thread.state.voices.get(id) ?? SILENT;
  const tally = thread.state.comments.get(id)?.tally ?? NOBODY;
  const turn = underWay.get(id) ?? { voice: before, tally, left: 0, last: Promise.resolve() };
  underWay.set(id, turn);
  const wish = { ...before, ...say };
  thread.dispatch(withVoice(id, wish, moved(tally, before, wish)));
  turn.left++;
  const send = () => {
    const where = path('vote' in say ? readerRoutes.vote : readerRoutes.emoji, { siteId: config.site, commentId: id });
    return services.identity.as((token) => services.api<VoiceState>(where, { method: 'PUT', body: say, token }));
  };
  const sent = turn.last.then(send);
  turn.last = sent.catch(() => undefined);
  try {
    const { tally: exact, ...voice } = await sent;
    Object.assign(turn, { voice, tally: exact });
    tell();
    return null;
  } catch (error) {
    return error instanceof ApiProblem ? error.detail : failed;
  } finally {
    turn.left--;
    // Others are still on their way: what they will have come to is drawn already.
    if (turn.left === 0) {
      underWay.delete(id);
      thread.dispatch(withVoice(id, turn.voice, turn.tally));
    }
  }
}

/**
 * Gives the article stars, or takes them back: one's own are drawn at once, the average once the service has it.
 * @returns why they were not taken, in words; null if they were
 */
export async function rate(
  { config, services, thread, tell, failed }: VotingOptions,
  stars: number | null,
): Promise<string | null> {
  const { rating, stars: before } = thread.state;
  if (rating === null) return failed;
  thread.dispatch({ type: 'rating', rating, stars });
  try {
    const body = { thread: threadRef(config), stars };
    const where = path(readerRoutes.rating, { siteId: config.site });
    const state = await services.identity.as((token) =>
      services.api<RatingState>(where, { method: 'PUT', body, token }),
    );
    thread.dispatch({ type: 'rating', ...state });
    tell();
    return null;
  } catch (error) {
    thread.dispatch({ type: 'rating', rating: thread.state.rating ?? rating, stars: before });
    return error instanceof ApiProblem ? error.detail : failed;
  }
}

/** Sets or takes back the reaction to the article: shown at once, and as before again if the service did not take it. */
export async function react({ config, services, thread, tell, failed }: VotingOptions): Promise<string | null> {
  const { reactions, reaction } = thread.state;
  const value = reaction === null ? 'like' : null;
  const like = Math.max(0, reactions.like + (value === null ? -1 : 1));
  thread.dispatch({ type: 'reactions', reactions: { like }, reaction: value });
  try {
    const body = { thread: threadRef(config), value };
    const where = path(readerRoutes.reaction, { siteId: config.site });
    const state = await services.identity.as((token) =>
      services.api<ReactionState>(where, { method: 'PUT', body, token }),
    );
    thread.dispatch({ type: 'reactions', ...state });
    tell();
    return null;
  } catch {
    thread.dispatch({ type: 'reactions', reactions, reaction });
    return failed;
  }
}

/** What the reader says about a comment, as they want it or as it is, with the count that goes with it. */
export const withVoice =
  (id: CommentId, voice: OwnVoice, tally: Tally): ThreadChange =>
  (state) => {
    const there = state.comments.get(id);
    const known = { ...state, voices: new Map(state.voices).set(id, voice) };
    // A newer count has come meanwhile.
    if (there === undefined || tally.v < (there.tally?.v ?? 0)) return known;
    return { ...known, comments: new Map(state.comments).set(id, { ...there, tally }) };
  };

/** A count as it will be, if nobody else says anything. */
function moved({ v, up, down, emojis }: Tally, before: OwnVoice, after: OwnVoice): Tally {
  const shift = (value: 'up' | 'down') => Number(after.vote === value) - Number(before.vote === value);
  const counts = { ...emojis };
  if (before.emoji !== null) counts[before.emoji] = (counts[before.emoji] ?? 1) - 1;
  if (after.emoji !== null) counts[after.emoji] = (counts[after.emoji] ?? 0) + 1;
  const chosen = Object.entries(counts).filter(([, n]) => n > 0);
  return {
    v,
    up: Math.max(0, up + shift('up')),
    down: Math.max(0, down + shift('down')),
    emojis: Object.fromEntries(chosen),
  };
}
