import { Problem } from '../../shared/problem.ts';

/** How long a request may wait for the database before it is answered 503, milliseconds. */
export const DEADLINE_MS = 2000;
/** The same where a password is hashed as well, which is slow on purpose and waits its turn when many come at once. */
export const PASSWORD_DEADLINE_MS = 10_000;
/** The same where much is counted, for somebody who can wait. */
export const SLOW_DEADLINE_MS = 10_000;

/**
 * The result of some work, or "unavailable" when it takes too long, as it does when the database is frozen rather than
 * gone. The work itself may still finish: a client that sends the request again with the same key finds what it stored.
 * @throws Problem `store-unavailable`
 */
export async function withDeadline<T>(work: Promise<T>, ms: number = DEADLINE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Problem('store-unavailable', { retryAfter: 2, cause: new Error(`no answer in ${ms} ms`) }));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
