import { expect, test } from '@jest/globals';
import { createRelay, type Relay, type RelayDeps } from '../../services/comments/relay.ts';
import { createEventBus } from '../../services/events.ts';
import { threadNews } from '../../services/realtime/broadcast.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import type { ModEvent } from '../../services/storage/mod-events.ts';
import type { CommentId } from '../../shared/ids.ts';
import { quiet } from '../support/app.ts';

const posted: ModEvent = {
  id: 'posted',
  seq: 1,
  type: 'auto_published',
  at: new Date(0),
  actor: { kind: 'rule', id: 'policy', name: 'ruleset 1' },
  before: null,
  after: { vis: 'visible', review: 'none', queue: null },
  rev: 1,
  textHash: 'hash',
  codes: [],
  note: null,
  remark: null,
  rules: [],
};
const refused: ModEvent = {
  ...posted,
  id: 'refused',
  seq: 2,
  type: 'rejected',
  actor: { kind: 'user', id: 'ines', name: 'Inès' },
  before: { vis: 'visible', review: 'open', queue: 'suspect' },
  after: { vis: 'hidden', review: 'closed', queue: null },
};

function comment(v: number, event: ModEvent): CommentDoc {
  const { vis, review } = event.after;
  const verdict = { rev: 1, rulesetV: 1, level: 'pass' as const, ms: 0, hits: [], errors: [] };
  return {
    _id: 'c1',
    siteId: 'demo',
    threadId: 't1',
    parentId: null,
    rootId: 'c1',
    depth: 0,
    authorId: 'a1',
    authorName: 'Anaïs',
    authorStaff: false,
    createdAt: new Date(0),
    rev: 1,
    text: 'secret',
    body: [{ t: 'p', c: [{ t: 'text', v: 'secret' }] }],
    textHash: 'hash',
    listed: true,
    mod: { v, vis, review, verdict, outbox: [event], outboxAt: new Date(0) },
  } as unknown as CommentDoc;
}

/** A relay with nothing behind it but what the test hands in. */
function relayOver(deps: Partial<Pick<RelayDeps, 'bus' | 'feeds' | 'audit'>> & { cleared?: string[] }): Relay {
  let seq = 0;
  return createRelay({
    bus: createEventBus(),
    log: quiet,
    isHeard: () => true,
    feeds: { bump: (changes) => Promise.resolve(changes.map(() => (seq += 1))) },
    audit: { append: () => Promise.resolve() },
    ...deps,
    comments: {
      byId: () => Promise.resolve(null),
      byIds: () => Promise.resolve([]),
      withOutbox: () => Promise.resolve([]),
      unmarkEmptyOutboxes: () => Promise.resolve(),
      clearOutbox: (relayed) => {
        deps.cleared?.push(...relayed.map(({ id }) => id));
        return Promise.resolve();
      },
      countVisible: () => Promise.resolve(0),
      list: () => Promise.resolve(),
      unlistHidden: () => Promise.resolve(),
      withListedChild: () => Promise.resolve(new Set<string>()),
    },
  });
}

test('an event of one comment does not make the same event of another known', async () => {
  const bus = createEventBus();
  const told: string[] = [];
  for (const type of ['thread.changed', 'review.closed', 'comment.decided'] as const)
    bus.on(type, (event) => void told.push(`${type} ${event.comment._id}`));
  const audited: string[] = [];
  const cleared: string[] = [];
  const audit = {
    append: (events: { of: { commentId: string } }[]) => {
      audited.push(...events.map(({ of }) => of.commentId));
      return Promise.resolve();
    },
  };
  const relay = relayOver({ bus, audit, cleared });
  for (const id of ['c1', 'c2'] as CommentId[]) {
    relay.kick({ ...comment(2, refused), _id: id });
    await relay.idle();
  }
  const all = (id: string): string[] => [`thread.changed ${id}`, `review.closed ${id}`, `comment.decided ${id}`];
  expect(told).toEqual([...all('c1'), ...all('c2')]);
  expect([audited, cleared]).toEqual([
    ['c1', 'c2'],
    ['c1', 'c2'],
  ]);
});

test('the review queue hears only of what was in it', async () => {
  const bus = createEventBus();
  const told: string[] = [];
  for (const type of ['review.closed', 'comment.decided'] as const) bus.on(type, () => void told.push(type));
  const relay = relayOver({ bus });
  relay.kick(comment(2, { ...refused, before: posted.after }));
  await relay.idle();
  expect(told).toEqual(['comment.decided']);
});

test('news that waited while its comment was removed no longer shows what it said', async () => {
  let numbering: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (numbering = resolve));
  let seq = 0;
  const bus = createEventBus();
  const told: string[] = [];
  bus.on('thread.changed', ({ count, ...event }) => {
    if (count !== null) told.push(JSON.stringify(threadNews({ ...event, count })));
  });
  const feeds = {
    bump: async (changes: readonly unknown[]) => {
      await held;
      return changes.map(() => (seq += 1));
    },
  };
  const relay = relayOver({ bus, feeds });
  relay.kick(comment(1, posted));
  relay.kick(comment(2, refused));
  numbering?.();
  await relay.idle();
  expect(told.map((news) => (JSON.parse(news) as { name: string }).name)).toEqual([
    'comment:removed',
    'comment:removed',
  ]);
  expect(told.join()).not.toContain('secret');
});
