import { pino } from 'pino';

export type Logger = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * JSON lines on standard error; standard output is kept for what a person starting the service should read.
 * @param to where lines go instead
 */
export function createLogger(
  level: string,
  to: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['token', 'password', 'email', '*.token', '*.password', '*.email'],
    },
    to,
  );
}
