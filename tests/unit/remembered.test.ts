import { describe, expect, it } from '@jest/globals';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { createSessions } from '../../services/auth/sessions.ts';
import type { Member } from '../../services/auth/roles.ts';
import type { GrantDoc } from '../../services/storage/grants.ts';
import type { ThreadDoc } from '../../services/storage/threads.ts';
import { createNamedThreads } from '../../services/threads/named-threads.ts';

function sessionsAtWork() {
  let [at, changes, asked] = [1_000_000, 0, 0];
  const there = new Set(['hash']);
  const grantOf = (_id: string) =>
    ({ _id, kind: 'session', subjectId: 'ines', expiresAt: new Date(10_000_000) }) as GrantDoc;
  const member = {
    view: { id: 'ines', name: 'Inès', role: 'moderator' },
    seenAt: null,
    ended: null,
  } as unknown as Member;
  const unused = () => Promise.reject(new Error('not asked here'));
  const sessions = createSessions({
    grants: {
      insert: unused,
      use: unused,
      touch: unused,
      byHashes: (hashes) => {
        asked += 1;
        return Promise.resolve(hashes.filter((hash) => there.has(hash)).map(grantOf));
      },
      remove: (hash) => Promise.resolve(void there.delete(hash)),
    },
    moderators: { seen: unused },
    roles: { members: () => Promise.resolve(new Map([['ines', member]])), changes: () => changes },
    isRequired: () => Promise.resolve(false),
    now: () => new Date(at),
  });
  return {
    sessions,
    there,
    asked: () => asked,
    later: (ms: number) => (at += ms),
    changeTeam: () => (changes += 1),
  };
}

describe('a session', () => {
  it('is looked up once for what is asked within two seconds, and again after that', async () => {
    const { sessions, asked, later } = sessionsAtWork();
    await Promise.all([sessions.holderOf('hash'), sessions.holderOf('hash')]);
    later(1999);
    expect(await sessions.holderOf('hash')).toMatchObject({ view: { id: 'ines' } });
    expect(asked()).toBe(1);
    later(1);
    await sessions.holderOf('hash');
    expect(asked()).toBe(2);
  });

  it('is over at once when it is ended here, and soon when it is ended elsewhere', async () => {
    const { sessions, there, later } = sessionsAtWork();
    await sessions.holderOf('hash');
    await sessions.end('hash');
    expect(await sessions.holderOf('hash')).toBe('token-invalid');
    there.add('hash');
    await sessions.holderOf('hash');
    there.delete('hash');
    later(2000);
    expect(await sessions.holderOf('hash')).toBe('token-invalid');
  });

  it('is looked up with all others that are in use, however many, and without those that are not', async () => {
    const { sessions, there, asked, later } = sessionsAtWork();
    const ask = async (hashes: string[]): Promise<unknown[]> => Promise.all(hashes.map(sessions.holderOf));
    ['another', 'third'].forEach((hash) => there.add(hash));
    await ask(['hash', 'another', 'third']);
    expect(asked()).toBe(3);
    later(5000);
    await ask(['hash']);
    await ask(['another']);
    expect(asked()).toBe(4);
    there.delete('another');
    later(5000);
    await ask(['hash']);
    expect(await ask(['another'])).toEqual(['token-invalid']);
    // One look-up for those in use, which found one gone, and one for that, since it is not remembered.
    expect(asked()).toBe(6);
    await ask(['third']);
    expect(asked()).toBe(7);
  });

  it('is looked up anew when the team has changed, and a refusal is never remembered', async () => {
    const { sessions, asked, changeTeam } = sessionsAtWork();
    await sessions.holderOf('hash');
    changeTeam();
    await sessions.holderOf('hash');
    expect(asked()).toBe(2);
    await sessions.holderOf('another');
    await sessions.holderOf('another');
    expect(asked()).toBe(4);
  });
});

describe('the name of a thread', () => {
  it('is asked for until everything is said about it', async () => {
    const asked: string[][] = [];
    let title: string | null = null;
    const rest: Pick<ThreadDoc, 'siteId' | 'lang' | 'createdAt'> = {
      siteId: 'demo' as SiteId,
      lang: null,
      createdAt: new Date(0),
    };
    const threads = createNamedThreads({
      threads: {
        byIds: (ids) => {
          asked.push(ids);
          return Promise.resolve(ids.map((_id) => ({ ...rest, _id, key: _id, url: 'https://a.example/', title })));
        },
      },
      now: () => new Date(0),
    });
    const [a, b] = ['a', 'b'] as ThreadId[] as [ThreadId, ThreadId];
    await threads.byIds([a]);
    title = 'Halle';
    expect(await threads.byIds([a])).toEqual([{ _id: a, key: 'a', url: 'https://a.example/', title }]);
    expect((await threads.byIds([a, b])).map(({ _id }) => _id).sort()).toEqual([a, b]);
    await threads.byIds([a, b]);
    expect(asked).toEqual([[a], [a], [b]]);
  });
});
