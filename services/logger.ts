import { pino } from 'pino';

export type Logger = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** An address of somebody's, wherever in a line: mail servers repeat it in what they answer, databases in what they complain of. */
const ADDRESS = /[^\s"'<>\\(),:;@]{1,64}@[^\s"'<>\\(),:;@]+\.[a-z]{2,}/gi;
/** What a unique index has refused: "dup key: { address: … }". */
const REFUSED = /(dup key: )\{.*\}/gs;
/** How many causes behind an error are told. */
const DEPTH = 4;

/**
 * JSON lines on standard error; standard output is kept for what a person starting the service should read. No line holds an address
 * of anybody's, and of an error only what it says: drivers attach documents and commands to theirs, which are what people wrote.
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
      serializers: { err: (error: unknown) => toldOf(error, DEPTH) },
    },
    { write: (line) => void to.write(line.replace(ADDRESS, '(address)')) },
  );
}

/** What an error is called, says and comes from. */
function toldOf(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error;
  const { name, message, stack, code, cause } = error as Error & { code?: unknown };
  const without = (text = ''): string => text.replace(REFUSED, '$1…');
  return {
    ...{ type: name, message: without(message), stack: without(stack) },
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(cause === undefined || depth === 0 ? {} : { cause: toldOf(cause, depth - 1) }),
  };
}
