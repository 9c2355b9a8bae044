import type { Logger } from '../logger.ts';

/** How long a window's socket may be gone before its claims are given up, milliseconds: a reload or a tunnel is no farewell. */
const GRACE_MS = 10_000;

export interface Desks {
  enter(desk: string): void;
  leave(desk: string): void;
  close(): void;
}

/** Which windows of the console are connected here, and tells when one has been gone for a while. */
export function createDesks({
  gone,
  now,
  log,
}: {
  gone: (desk: string, leftAt: Date) => Promise<void>;
  now: () => Date;
  log: Logger;
}): Desks {
  const sockets = new Map<string, number>();
  const waiting = new Map<string, NodeJS.Timeout>();
  return {
    enter(desk) {
      clearTimeout(waiting.get(desk));
      waiting.delete(desk);
      sockets.set(desk, (sockets.get(desk) ?? 0) + 1);
    },
    leave(desk) {
      const left = (sockets.get(desk) ?? 1) - 1;
      if (left > 0) {
        sockets.set(desk, left);
        return;
      }
      sockets.delete(desk);
      const leftAt = now();
      const timer = setTimeout(() => {
        waiting.delete(desk);
        // A claim that is not given up lapses by itself.
        gone(desk, leftAt).catch((err: unknown) =>
          log.warn({ err }, 'claims of a closed console could not be given up'),
        );
      }, GRACE_MS);
      timer.unref();
      waiting.set(desk, timer);
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
