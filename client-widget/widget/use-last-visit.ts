import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../kit/clock.ts';
import type { Memory } from './memory.ts';

/**
 * When the reader last left a thread, as it was when this page was opened. Kept for those who are remembered on the device,
 * and for nobody else.
 */
export function useLastVisit(memory: Memory, thread: string): string | null {
  const [since] = useState(() => memory.lastVisit(thread));
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') memory.visited(thread, new Date(serverNow()).toISOString());
    };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, []);
  return since;
}
