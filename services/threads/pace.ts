import type { Pace } from '../../shared/comment.ts';
import type { ThreadState } from '../storage/threads.ts';

/** What a thread's state means for those who write in it. */
export function paceOf({ heat, closed }: ThreadState): Pace {
  return { everySeconds: heat?.slow?.every ?? null, premod: heat?.premod !== undefined, closed: closed !== undefined };
}
