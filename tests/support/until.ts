import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for a condition, never for a time: resolves with the first result that is neither undefined, null nor false.
 * @throws Error naming what did not happen within `limitMs`, a generous bound that only a failure reaches
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  limitMs = 20_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + limitMs;
  for (;;) {
    const result = await condition();
    if (result !== undefined && result !== null && result !== false) return result as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) throw new Error(`did not happen: ${what}`);
    await sleep(5);
  }
}
