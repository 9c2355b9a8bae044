export const FIRST_WAIT_MS = 500;
export const LONGEST_WAIT_MS = 20_000;
export const JITTER = 0.5;

/** Milliseconds to wait before an attempt, the first being 1: doubled each time, and apart from everybody else's. */
export function pauseBefore(attempt: number, longest = LONGEST_WAIT_MS): number {
  const pause = Math.min(longest, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return Math.round(pause * (1 + JITTER * (2 * Math.random() - 1)));
}

/**
 * Calls back after a pause, and then only while somebody looks at the page.
 * @param ms of the pause, milliseconds
 * @returns gives it up
 */
export function whenLookedAt(ms: number, go: () => void): () => void {
  const look = () => {
    if (document.visibilityState !== 'visible') return;
    stop();
    go();
  };
  const timer = setTimeout(() => {
    addEventListener('visibilitychange', look);
    look();
  }, ms);
  const stop = () => {
    clearTimeout(timer);
    removeEventListener('visibilitychange', look);
  };
  return stop;
}
