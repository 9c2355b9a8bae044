import { randomUUID } from 'node:crypto';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { ACTIONS, REASON_CODES, type ClaimMode } from '../../shared/moderation.ts';
import { Problem } from '../../shared/problem.ts';
import type { Decision, ReviewCard } from '../../shared/review.ts';
import { createBatch } from '../../services/batch.ts';
import { createRelay, type Relay, type RelayDeps } from '../../services/comments/relay.ts';
import { createEventBus } from '../../services/events.ts';
import { newId } from '../../services/ids.ts';
import { claim, release } from '../../services/moderation/claims.ts';
import { decide, type Decider } from '../../services/moderation/decide.ts';
import { moderate } from '../../services/moderation/moderate.ts';
import { eventOf, leftOf, stateOf } from '../../services/moderation/standing.ts';
import { transition, type ModerationCommand } from '../../services/moderation/transitions.ts';
import { undo } from '../../services/moderation/undo.ts';
import { wake } from '../../services/moderation/wake.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import type { Actor } from '../../services/storage/mod-events.ts';
import type { Store } from '../../services/storage/store.ts';
import { quiet } from './app.ts';
import type { Random } from './random.ts';

/** What was acknowledged: this event of this comment, at this version. */
export interface Acknowledged {
  commentId: CommentId;
  eventId: string;
  v: number;
}

interface StormOptions {
  store: Store;
  random: Random;
  /** How likely the service is killed at any one step of carrying an event on. */
  kills: number;
}

const START = new Date('2026-03-01T12:00:00Z').getTime();

/**
 * Moderators, authors and readers who do anything to the same few comments at once, through the service's own use cases, while
 * what carries their events on is killed at random steps.
 */
export class ReviewStorm {
  readonly acknowledged: Acknowledged[] = [];
  readonly refused = new Map<string, number>();
  readonly #store: Store;
  readonly #random: Random;
  readonly #kills: number;
  #clock = START;
  /** As this process remembers what was claimed: some of it has changed since. */
  readonly #claimed = new Map<CommentId, CommentDoc>();
  readonly #changeTogether: Store['comments']['change'];
  #relay: Relay;
  kills = 0;

  constructor({ store, random, kills }: StormOptions) {
    this.#store = store;
    this.#random = random;
    this.#kills = kills;
    const together = createBatch((changes: Parameters<Store['comments']['changeAll']>[0]) =>
      store.comments.changeAll(changes),
    );
    this.#changeTogether = (id, guard, change) => together({ id, guard, change });
    this.#relay = this.#newRelay();
  }

  now = (): Date => new Date(this.#clock);

  /** Comments in a few discussions, some held, some doubtful, some published. */
  async seed(count: number): Promise<CommentId[]> {
    const ids: CommentId[] = [];
    for (let i = 0; i < count; i += 1) {
      const doc = commentDoc(i, this.now());
      await this.#store.comments.insert(doc);
      ids.push(doc._id);
    }
    return ids;
  }

  /** So many commands of one client, one after the other. */
  async client(number: number, ids: readonly CommentId[], commands: number): Promise<void> {
    const who: Decider = {
      id: `m${String(number)}`,
      name: `Moderator ${String(number)}`,
      mayDecideEscalated: number < 4,
    };
    const known = new Map<CommentId, CommentDoc>();
    for (let i = 0; i < commands; i += 1) {
      this.#clock += this.#random.below(2000);
      const id = this.#random.pick(ids);
      // Now and then a moderator decides on what they saw a while ago.
      if (!known.has(id) || this.#random.chance(0.5)) {
        const doc = await this.#store.comments.byId(id);
        if (doc !== null) known.set(id, doc);
      }
      const seen = known.get(id);
      if (seen === undefined) throw new Error(`${id} is gone`);
      await this.#attempt(who, seen);
      if (this.#random.chance(0.01)) await this.#sweep();
    }
  }

  /** Everything that is left is carried on, by a service that lives. */
  async settle(): Promise<void> {
    this.#relay = this.#newRelay(0);
    for (let round = 0; round < 1000; round += 1) {
      this.#clock += 60_000;
      await this.#relay.sweep(this.now());
      await this.#relay.idle();
      if ((await this.#store.comments.withOutbox(this.now(), 1)).length === 0) return;
    }
    throw new Error('events are left in their outboxes');
  }

  async #sweep(): Promise<void> {
    await wake({ ...this.#deps(), ...this.#store, log: quiet });
    // A killed one never comes back; whoever waits for it would wait for ever.
    void this.#relay.sweep(this.now());
  }

  async #attempt(who: Decider, seen: CommentDoc): Promise<void> {
    try {
      const done = await this.#command(who, seen);
      const { last, v } = done?.mod ?? {};
      if (done !== null && last !== undefined && v !== undefined && done.mod.last?.by.id === who.id)
        this.acknowledged.push({ commentId: done._id, eventId: last.eventId, v });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.refused.set(error.code, (this.refused.get(error.code) ?? 0) + 1);
    }
  }

  async #command(who: Decider, seen: CommentDoc): Promise<CommentDoc | null> {
    const deps = this.#deps();
    const commentId = seen._id;
    const key = randomUUID();
    const dice = this.#random.below(100);
    if (dice < 50) {
      const what = { commentId, decision: this.#decision(seen), key };
      // A client that hears nothing asks again with the same key, at times while the first is under way.
      if (!this.#random.chance(0.1)) return decide(deps, who, what);
      const [first, second] = await Promise.allSettled([decide(deps, who, what), decide(deps, who, what)]);
      const won = first.status === 'fulfilled' ? first : second;
      if (won.status === 'rejected') throw won.reason;
      return won.value;
    }
    if (dice < 70) {
      const eventId = seen.mod.last?.eventId ?? 'none';
      return undo(deps, { ...who, mayUndoOthers: who.mayDecideEscalated }, { commentId, eventId, key });
    }
    if (dice < 82) {
      await claim(deps, who, { commentId, desk: who.id, takeOver: this.#random.chance(0.3) });
      return null;
    }
    if (dice < 88) {
      await release(deps, who, commentId);
      return null;
    }
    const command: ModerationCommand =
      dice < 94
        ? { kind: 'appeal' }
        : dice < 99
          ? { kind: 'flag', hides: this.#random.chance(0.3) }
          : {
              kind: 'edit',
              level: this.#random.pick(['pass', 'suspect', 'hold'] as const),
              premod: false,
              vouched: true,
            };
    await this.#outsider(commentId, command);
    return null;
  }

  /** An author or readers, about whatever the comment is by then. */
  async #outsider(commentId: CommentId, command: ModerationCommand): Promise<void> {
    const identity = { eventId: newId() };
    const actor: Actor = { kind: command.kind === 'flag' ? 'readers' : 'author', id: 'somebody', name: 'Somebody' };
    await moderate(this.#deps(), {
      commentId,
      identity,
      once: false,
      plan: (doc) => {
        const next = transition(stateOf(doc), command);
        if (!next.ok) return next.error;
        const at = this.now();
        const left = leftOf(doc, next.to, { at, fresh: command.kind === 'appeal' });
        return {
          left: { ...left, appeal: { at, text: 'Pourquoi ?', against: doc.mod.outcome?.by.id ?? '' } },
          event: eventOf(doc, next.to, { identity, type: next.event, at, actor }),
        };
      },
    });
  }

  #decision({ mod, rev }: CommentDoc): Decision {
    const seen = { expectedV: mod.v, expectedRev: rev };
    const action = this.#random.pick(mod.queue === 'appeal' ? (['uphold', 'overturn'] as const) : ACTIONS);
    if (action === 'refuse') return { action, codes: [this.#random.pick(REASON_CODES)], ...seen };
    if (action !== 'snooze') return { action, ...seen };
    return { action, until: new Date(this.#clock + 1 + this.#random.below(600_000)).toISOString(), ...seen };
  }

  #deps() {
    const { comments } = this.#store;
    // Decided one by one, or together with what others decide at the same moment.
    const change = this.#random.chance(0.5) ? comments.change : this.#changeTogether;
    return {
      comments: { ...comments, change },
      card: (doc: CommentDoc) =>
        Promise.resolve({ id: doc._id, claim: null, outcome: null, undo: null } as unknown as ReviewCard),
      changing: () => (doc: CommentDoc) => {
        // Killed between the write and the first step after it, nothing of it is carried on; most is left to the sweep,
        // which is what carries on what a killed one has left.
        if (this.#random.chance(0.2)) this.#relay.kick(doc);
      },
      told: (doc: CommentDoc) => void this.#claimed.set(doc._id, doc),
      claimed: (id: CommentId) => this.#claimed.get(id),
      claimMode: (): Promise<ClaimMode> => Promise.resolve('auto'),
      isAlone: () => Promise.resolve(false),
      now: this.now,
    };
  }

  #newRelay(kills = this.#kills): Relay {
    let isDead = false;
    const never = new Promise<never>(() => undefined);
    const step = async (): Promise<void> => {
      if (isDead) return never;
      if (!this.#random.chance(kills)) return;
      isDead = true;
      this.kills += 1;
      this.#relay = this.#newRelay();
      return never;
    };
    const mortal =
      <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        await step();
        const result = await work(...args);
        await step();
        return result;
      };
    const { comments, feeds, modEvents } = this.#store;
    const deps: RelayDeps = {
      comments: {
        ...comments,
        clearOutbox: mortal((relayed: Parameters<typeof comments.clearOutbox>[0]) => comments.clearOutbox(relayed)),
        countVisible: mortal(comments.countVisible),
      },
      feeds: { bump: mortal((...args: Parameters<typeof feeds.bump>) => feeds.bump(...args)) },
      audit: { append: mortal((events: Parameters<typeof modEvents.append>[0]) => modEvents.append(events)) },
      bus: createEventBus(),
      isHeard: () => true,
      log: quiet,
    };
    return createRelay(deps);
  }
}

/** The `i`th comment: held, doubtful or published by turns. */
export function commentDoc(i: number, at: Date): CommentDoc {
  const level = (['hold', 'suspect', 'pass'] as const)[i % 3] ?? 'pass';
  const next = transition(null, { kind: 'submit', level, premod: false });
  if (!next.ok) throw new Error(next.error);
  const { vis, review, queue } = next.to;
  const id = newId<CommentId>(at.getTime() + i);
  return {
    ...{
      _id: id,
      siteId: 'storm' as SiteId,
      threadId: `storm-${String(i % 10)}` as ThreadId,
      parentId: null,
      rootId: id,
    },
    ...{ depth: 0, authorId: `author-${String(i % 30)}` as PersonId, authorName: 'Anaïs', authorStaff: false },
    ...{ createdAt: at, lang: 'fr', rev: 1, text: `text ${String(i)}`, body: [], textHash: `hash-${String(i)}` },
    listed: vis === 'visible',
    mod: {
      ...{ v: 1, vis, review, verdict: { rev: 1, rulesetV: 1, level, ms: 0, hits: [], errors: [] } },
      ...(queue === undefined ? {} : { queue, queuedAt: at, firstQueuedAt: at, priority: i % 5 }),
      outbox: [
        {
          ...{ id: newId(), seq: 1, type: next.event, at, rev: 1, textHash: `hash-${String(i)}`, before: null },
          after: { vis, review, queue: queue ?? null },
          actor: { kind: 'rule', id: 'policy', name: 'ruleset 1' },
          ...{ codes: [], note: null, remark: null, rules: [] },
        },
      ],
      outboxAt: at,
    },
  };
}
