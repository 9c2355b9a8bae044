import type { Pace } from '../../shared/comment.ts';
import type { Heat } from '../storage/threads.ts';

/** What a thread's heat means for those who write in it. */
export function paceOf(heat: Heat | null | undefined): Pace {
  return { everySeconds: heat?.slow?.every ?? null, premod: heat?.premod !== undefined };
}
