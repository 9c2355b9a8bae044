import { EDIT_MINUTES } from '../../shared/limits.ts';
import { serverNow } from '../kit/clock.ts';
import type { ShownComment, ThreadState } from './thread-state.ts';

const MINUTE_MS = 60_000;

/** How many minutes its author may still edit a comment, begun ones included; 0 when they may not any more. */
export function minutesLeft({ id, createdAt, state }: ShownComment, { comments, pace }: ThreadState): number {
  const isAnswered = [...comments.values()].some((other) => other.parentId === id && other.state === 'published');
  if (state === 'refused' || isAnswered || pace.closed) return 0;
  // The service's clock is only known to the second: no comment is younger than none.
  const age = Math.max(0, serverNow() - Date.parse(createdAt));
  return Math.max(0, Math.ceil(EDIT_MINUTES - age / MINUTE_MS));
}
