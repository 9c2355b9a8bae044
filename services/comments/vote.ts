import type { CommentId, PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import type { OwnVoice, VoiceState } from '../../shared/votes.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { VoiceChange, VoteDoc, VoteStore } from '../storage/votes.ts';
import type { VoteCounter } from './count-votes.ts';

export interface VoteDeps {
  comments: Pick<CommentStore, 'byId'>;
  votes: Pick<VoteStore, 'put'>;
  counter: Pick<VoteCounter, 'count'>;
  /** Throws for whom moderators keep out, and `rate-limited` for who has done too much. */
  admit: () => Promise<void>;
  now: () => Date;
}

/**
 * Changes what one reader says about a comment in sight; null takes it back, also where the site no longer offers it. Doing it
 * twice changes nothing. Whether the discussion is closed does not matter.
 * @throws Problem `not-found` for whatever is not in sight, `own-comment`, `not-offered`, and what `admit` says
 */
export async function vote(
  deps: VoteDeps,
  { site, personId, commentId }: { site: Site; personId: PersonId; commentId: CommentId },
  change: VoiceChange,
): Promise<VoiceState> {
  const comment = await deps.comments.byId(commentId);
  if (comment?.siteId !== site.id || comment.mod.vis !== 'visible') throw new Problem('not-found');
  if (comment.authorId === personId) throw new Problem('own-comment');
  if (!isOffered(site, change)) throw new Problem('not-offered');
  await deps.admit();
  const said = await deps.votes.put({ commentId, threadId: comment.threadId, personId }, change, deps.now());
  const { v, up, down, emojis } = await deps.counter.count(commentId);
  return { tally: { v, up, down, emojis }, ...voiceOf(said) };
}

function isOffered({ settings: { readers } }: Site, change: VoiceChange): boolean {
  if ('emoji' in change) return change.emoji === null || readers.emojis.includes(change.emoji);
  if (change.vote === null) return true;
  return readers.votes === 'both' || (readers.votes === 'likes' && change.vote === 1);
}

/** What a reader says about a comment, as they are told. */
export function voiceOf({ vote: cast, emoji }: Pick<VoteDoc, 'vote' | 'emoji'>): OwnVoice {
  return { vote: cast === undefined ? null : cast > 0 ? 'up' : 'down', emoji: emoji ?? null };
}
