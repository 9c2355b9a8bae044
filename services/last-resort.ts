import type { EventEmitter } from 'node:events';
import type { Logger } from './logger.ts';

/**
 * What becomes of an error that nobody caught. A promise that failed unheard was the work of one request or one event: it
 * is logged, and the others go on, since ending the process would let one client send everybody home. After an exception
 * nobody caught, nothing is known of what was half done: it is logged, and the process ends, to be started anew.
 */
export function watchForUncaught(from: Pick<EventEmitter, 'on'>, log: Pick<Logger, 'error'>, exit: () => void): void {
  from.on('unhandledRejection', (cause: unknown) => log.error({ err: cause }, 'unhandled rejection'));
  from.on('uncaughtException', (cause: unknown) => {
    log.error({ err: cause }, 'uncaught exception');
    exit();
  });
}
