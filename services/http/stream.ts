import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** Has the first piece made before anything is answered, so that what fails from the start is a problem like any other. */
export async function begun(pieces: AsyncGenerator<string, void>): Promise<AsyncGenerator<string, void>> {
  const first = await pieces.next();
  return (async function* () {
    try {
      if (first.done !== true) yield first.value;
      yield* pieces;
    } finally {
      await pieces.return();
    }
  })();
}

/**
 * Sends a body piece by piece, as fast as it is taken; to HEAD, none. When it breaks off the connection is cut: nothing else can be
 * said once an answer has begun, and a client must not take a part for the whole. It never rejects: why it broke off is for whoever
 * makes the pieces to say.
 */
export async function sendPieces(res: Response, pieces: AsyncGenerator<string, void>): Promise<void> {
  if (res.req.method === 'HEAD') {
    await pieces.return();
    res.end();
    return;
  }
  await pipeline(Readable.from(pieces), res).catch(() => undefined);
}
