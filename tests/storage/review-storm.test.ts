import { expect, jest, test } from '@jest/globals';
import type { CommentId } from '../../shared/ids.ts';
import { REVIEW_QUEUES } from '../../shared/moderation.ts';
import { standingOf, stateOf } from '../../services/moderation/standing.ts';
import { transition, type ModerationCommand, type ModerationState } from '../../services/moderation/transitions.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import { hashEvent } from '../../services/storage/event-hash.ts';
import type { ModEventDoc } from '../../services/storage/mod-events.ts';
import { store } from '../support/bare-store.ts';
import { Random } from '../support/random.ts';
import { ReviewStorm } from '../support/review-storm.ts';

const COMMANDS = Number(process.env['ROUNDS'] ?? 20_000);
const SEED = Number(process.env['SEED'] ?? 1);
const CLIENTS = 8;
const COMMENTS = Math.max(200, Math.ceil(COMMANDS / 100));

jest.setTimeout(60_000 + COMMANDS * 20);

test(`${COMMANDS} commands of ${CLIENTS} at once, killed at any step: nothing twice, nothing lost (SEED=${SEED})`, async () => {
  const storm = new ReviewStorm({ store, random: new Random(SEED), kills: 0.004 });
  const ids = await storm.seed(COMMENTS);
  await Promise.all(Array.from({ length: CLIENTS }, (_, i) => storm.client(i, ids, Math.ceil(COMMANDS / CLIENTS))));
  await storm.settle();
  const { missing, wrong, recount } = await account(ids, storm.acknowledged);
  expect({ missing, wrong }).toEqual({ missing: [], wrong: [] });
  // Whatever is counted by an index is what one gets by looking at everything.
  const figures = await store.comments.queueFigures();
  expect(REVIEW_QUEUES.map((queue) => figures[queue].count)).toEqual(REVIEW_QUEUES.map((queue) => recount[queue] ?? 0));
  // The storm was one: acts were done and refused for every reason there is, and the service was killed.
  expect(storm.kills).toBeGreaterThan(COMMANDS / 5000);
  expect(storm.acknowledged.length).toBeGreaterThan(COMMANDS / 20);
  for (const code of ['stale-version', 'already-decided', 'claimed-by-other', 'not-newest', 'invalid-transition'])
    expect([code, storm.refused.get(code) ?? 0]).not.toEqual([code, 0]);
});

/** Holds every comment against its events, and what was acknowledged against both. */
async function account(ids: readonly CommentId[], acknowledged: ReviewStorm['acknowledged']) {
  const wrong: string[] = [];
  const recount: Record<string, number> = {};
  const there = new Map<string, number>();
  for (const id of ids) {
    const doc = await store.comments.byId(id);
    if (doc === null) throw new Error(`${id} is gone`);
    const events = await store.modEvents.ofComment(id);
    for (const { _id, seq } of events) there.set(`${id} ${_id}`, seq);
    wrong.push(...faultsOf(doc, events));
    if (doc.mod.queue !== undefined) recount[doc.mod.queue] = (recount[doc.mod.queue] ?? 0) + 1;
  }
  const missing = acknowledged.filter(({ commentId, eventId, v }) => there.get(`${commentId} ${eventId}`) !== v);
  return { missing, wrong, recount };
}

/** A plain machine in memory goes through the events: each follows from the one before, by the table and by the chain. */
function faultsOf(doc: CommentDoc, events: readonly ModEventDoc[]): string[] {
  const faults: string[] = [];
  const says = (event: ModEventDoc, what: string): void =>
    void faults.push(`${doc._id} ${event.seq} ${event.type}: ${what}`);
  if (events.length !== doc.mod.v) faults.push(`${doc._id}: ${events.length} events at version ${doc.mod.v}`);
  let state: ModerationState | null = null;
  const before = new Map<string, ModerationState | null>();
  let prevHash: string | null = null;
  for (const [i, event] of events.entries()) {
    const { _id, commentId, siteId: _s, threadId: _t, prevHash: prev, hash, ...content } = event;
    if (event.seq !== i + 1) says(event, 'out of its place');
    if (prev !== prevHash || hash !== hashEvent({ ...content, id: _id }, commentId, prev))
      says(event, 'breaks the chain');
    prevHash = hash;
    before.set(_id, state);
    const next = nextState(state, event, before);
    if (next === undefined) says(event, `cannot follow ${JSON.stringify(state)}`);
    else if (JSON.stringify(standingOf(next)) !== JSON.stringify(event.after)) says(event, 'leads elsewhere');
    state = next ?? state;
  }
  if (JSON.stringify(state) !== JSON.stringify(stateOf(doc))) faults.push(`${doc._id}: is not where its events lead`);
  return faults;
}

function nextState(
  state: ModerationState | null,
  event: ModEventDoc,
  before: ReadonlyMap<string, ModerationState | null>,
): ModerationState | undefined {
  if (event.undoes !== undefined) return before.get(event.undoes) ?? undefined;
  const results = commandsOf(event).map((command) => transition(state, command));
  const result = results.find((one) => one.ok && JSON.stringify(standingOf(one.to)) === JSON.stringify(event.after));
  return result?.ok === true ? result.to : undefined;
}

/** What may have led to an event. */
function commandsOf({ type }: ModEventDoc): ModerationCommand[] {
  const levels = (['pass', 'suspect', 'hold', 'reject'] as const).map((level) => ({ level, premod: false }));
  switch (type) {
    case 'approved':
      return [{ kind: 'approve' }];
    case 'rejected':
      return [{ kind: 'refuse' }];
    case 'escalated':
      return [{ kind: 'escalate' }];
    // No commands of the table; the storm sets nothing apart.
    case 'pinned':
    case 'unpinned':
    case 'featured':
    case 'unfeatured':
      return [];
    case 'snoozed':
      return [{ kind: 'snooze' }];
    case 'woken':
      return [{ kind: 'wake' }];
    case 'taken_over':
      return [{ kind: 'take-over' }];
    case 'flagged':
      return [false, true].map((hides) => ({ kind: 'flag', hides }));
    case 'appealed':
      return [{ kind: 'appeal' }];
    case 'appeal_upheld':
      return [{ kind: 'uphold' }];
    case 'overturned':
      return [{ kind: 'overturn' }];
    case 'edited':
      return levels.flatMap((one) => [true, false].map((vouched) => ({ kind: 'edit', vouched, ...one }) as const));
    case 'auto_published':
    case 'auto_flagged':
    case 'auto_held':
    case 'auto_rejected':
      return levels.map((one) => ({ kind: 'submit', ...one }));
    case 'withdrawn':
      return [{ kind: 'withdraw' }];
    case 'erased':
      return [{ kind: 'erase' }];
    case 'undone':
      return [];
  }
}
