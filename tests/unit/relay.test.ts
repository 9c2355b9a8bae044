import { expect, test } from '@jest/globals';
import { createRelay } from '../../services/comments/relay.ts';
import { createEventBus } from '../../services/events.ts';
import { threadNews } from '../../services/realtime/broadcast.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import type { ModEvent } from '../../services/storage/mod-events.ts';
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
  code: null,
  note: null,
  rules: [],
};
const refused: ModEvent = {
  ...posted,
  id: 'refused',
  seq: 2,
  type: 'rejected',
  actor: { kind: 'user', id: 'ines', name: 'Inès' },
  before: posted.after,
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

test('news that waited while its comment was removed no longer shows what it said', async () => {
  let numbering: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (numbering = resolve));
  let seq = 0;
  const bus = createEventBus();
  const told: string[] = [];
  bus.on('thread.changed', (event) => void told.push(JSON.stringify(threadNews(event))));
  const relay = createRelay({
    bus,
    log: quiet,
    feeds: {
      bump: async (_thread, changes) => {
        await held;
        return changes.map(() => (seq += 1));
      },
    },
    audit: { append: () => Promise.resolve() },
    comments: {
      byId: () => Promise.resolve(null),
      byIds: () => Promise.resolve([]),
      withOutbox: () => Promise.resolve([]),
      unmarkEmptyOutboxes: () => Promise.resolve(),
      clearOutbox: () => Promise.resolve(),
      countVisible: () => Promise.resolve(0),
      setListed: () => Promise.resolve(),
      unlistHidden: () => Promise.resolve(),
      hasListedChild: () => Promise.resolve(false),
    },
  });
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
