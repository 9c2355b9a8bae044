import type { Pace } from '../../shared/comment.ts';
import type { Site } from '../../shared/site.ts';
import type { ThreadState } from '../storage/threads.ts';

/** What a thread's state means for those who write in it. On a site that is closed nobody writes anywhere. */
export function paceOf({ heat, closed }: ThreadState, site: Pick<Site, 'closed'> | null): Pace {
  return {
    everySeconds: heat?.slow?.every ?? null,
    premod: heat?.premod !== undefined,
    closed: closed !== undefined || site?.closed === true,
  };
}
