import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { problemHandler } from '../../services/http/problem-handler.ts';
import { watchForUncaught } from '../../services/last-resort.ts';
import type { Logger } from '../../services/logger.ts';
import { problemDocument } from '../../services/problem-document.ts';
import type { Language } from '../../shared/messages/languages.ts';
import { Problem } from '../../shared/problem.ts';

function listeningLog(): { log: Logger; said: unknown[] } {
  const said: unknown[] = [];
  const say = (_about: unknown, what?: unknown): void => void said.push(what);
  return { log: { debug: say, info: say, warn: say, error: say }, said };
}

describe('an error nobody caught', () => {
  it('of a promise is logged, and the process goes on', () => {
    const [{ log, said }, from] = [listeningLog(), new EventEmitter()];
    let ended = 0;
    watchForUncaught(from, log, () => (ended += 1));
    from.emit('unhandledRejection', new Error('a handshake'));
    expect([said, ended]).toEqual([['unhandled rejection'], 0]);
  });

  it('of anything else is logged, and the process ends', () => {
    const [{ log, said }, from] = [listeningLog(), new EventEmitter()];
    let ended = 0;
    watchForUncaught(from, log, () => (ended += 1));
    from.emit('uncaughtException', new Error('who knows'));
    expect([said, ended]).toEqual([['uncaught exception'], 1]);
  });
});

describe('a problem', () => {
  it('is said in English where there is no such language', () => {
    const english = problemDocument(new Problem('not-found'), 'en');
    for (const lang of ['constructor', '__proto__', 'xx'])
      expect(problemDocument(new Problem('not-found'), lang as Language)).toEqual(english);
  });

  it('that cannot be written down is answered as problem+json all the same, and logged', async () => {
    const { log, said } = listeningLog();
    const circle: Record<string, unknown> = {};
    circle.itself = circle;
    const app = express();
    app.get('/', () => {
      throw new Problem('stale-version', { extensions: { card: circle } });
    });
    app.use(problemHandler({ log, isUnavailable: () => false }));
    const server = app.listen(0);
    await once(server, 'listening');
    const reply = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([500, 'application/problem+json; charset=utf-8']);
    expect(await reply.json()).toMatchObject({ status: 500, code: 'internal' });
    expect(said).toEqual(['the answer to an error failed']);
    server.close();
  });
});
