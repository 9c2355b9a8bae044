import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { problemHandler } from '../../services/http/problem-handler.ts';
import { watchForUncaught } from '../../services/last-resort.ts';
import { createLogger, type Logger } from '../../services/logger.ts';
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

describe('the log', () => {
  it('holds nobody’s address, and of an error nothing that is attached to it', () => {
    const lines: string[] = [];
    const log = createLogger('debug', { write: (line) => void lines.push(line) });
    const refused = Object.assign(
      new Error('E11000 duplicate key error collection: tribune.people dup key: { name: "Odile Weber" }'),
      { code: 11000, keyValue: { name: 'Odile Weber' } },
    );
    const unknown = Object.assign(new Error('550 5.1.1 <odile.weber@lecteurs.example>: unknown'), {
      response: 'Odile Weber',
    });
    log.error({ err: new Error('could not be stored', { cause: refused }) }, 'one');
    log.warn({ why: unknown.message, err: unknown, token: 'secret' }, 'no mail to odile@lecteurs.example');
    log.info({ err: { name: 'Odile Weber' } }, 'none at all');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/odile|weber|secret/i);
    const { err } = JSON.parse(lines[0] ?? '') as {
      err: { message: string; cause: { code: number; message: string } };
    };
    expect([err.message, err.cause.code]).toEqual(['could not be stored', 11000]);
    expect(err.cause.message).toMatch(/^E11000.*dup key: …$/);
    expect(lines[1]).toContain('550 5.1.1 <(address)>: unknown');
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
