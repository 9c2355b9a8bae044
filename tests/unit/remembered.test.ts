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
  const grant = { kind: 'session', subjectId: 'ines', expiresAt: new Date(10_000_000) } as GrantDoc;
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
      byHash: (hash) => {
        asked += 1;
        return Promise.resolve(there.has(hash) ? grant : null);
      },
      remove: (hash) => Promise.resolve(void there.delete(hash)),
    },
    moderators: { seen: unused },
    roles: { member: () => Promise.resolve(member), changes: () => changes },
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
    await Promise.all([sessions.recentHolderOf('hash'), sessions.recentHolderOf('hash')]);
    later(1999);
    expect(await sessions.recentHolderOf('hash')).toMatchObject({ view: { id: 'ines' } });
    expect(asked()).toBe(1);
    later(1);
    await sessions.recentHolderOf('hash');
    expect(asked()).toBe(2);
  });

  it('is over at once when it is ended here, and soon when it is ended elsewhere', async () => {
    const { sessions, there, later } = sessionsAtWork();
    await sessions.recentHolderOf('hash');
    await sessions.end('hash');
    expect(await sessions.recentHolderOf('hash')).toBe('token-invalid');
    there.add('hash');
    await sessions.recentHolderOf('hash');
    there.delete('hash');
    later(2000);
    expect(await sessions.recentHolderOf('hash')).toBe('token-invalid');
  });

  it('is looked up anew when the team has changed, and a refusal is never remembered', async () => {
    const { sessions, asked, changeTeam } = sessionsAtWork();
    await sessions.recentHolderOf('hash');
    changeTeam();
    await sessions.recentHolderOf('hash');
    expect(asked()).toBe(2);
    await sessions.recentHolderOf('another');
    await sessions.recentHolderOf('another');
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
