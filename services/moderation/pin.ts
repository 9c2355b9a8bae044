import type { CommentId } from '../../shared/ids.ts';
import { PINS_MAX } from '../../shared/limits.ts';
import type { Actor } from '../storage/mod-events.ts';
import type { CommentDoc, Pin, Whereabouts } from '../storage/comment-schema.ts';
import { newId } from '../ids.ts';
import { moderate, type ModerateDeps, type Plan } from './moderate.ts';
import { eventOf, lastActOf, leftOf, stateOf, type Act } from './standing.ts';
import type { ModerationState } from './transitions.ts';

export interface PinDeps extends ModerateDeps {
  /** Has the pages of a thread look for pinned comments from now on. */
  expectPins: (threadId: CommentDoc['threadId']) => Promise<void>;
}

/** Who pins. */
type Pinner = Pick<Actor, 'id' | 'name'>;

const SLOTS = Array.from({ length: PINS_MAX }, (_, i) => i + 1);

/**
 * Has a top-level comment in sight stand before all others of its discussion. No decision about it: where it stands in review,
 * and who is at it, stays. What is pinned already is left as it is.
 * @throws Problem `not-found`, and with the fresh card `content-changed`, `invalid-transition`, `pins-full`, `stale-version`
 */
export async function pin(
  deps: PinDeps,
  moderator: Pinner,
  { commentId, expectedRev }: { commentId: CommentId; expectedRev: number },
): Promise<CommentDoc> {
  const identity = { eventId: newId() };
  return moderate(deps, {
    commentId,
    identity,
    once: false,
    plan: async (doc) => {
      if (doc.rev !== expectedRev) return 'content-changed';
      if (doc.mod.vis !== 'visible' || doc.parentId !== null) return 'invalid-transition';
      if (doc.mod.pin !== undefined) return null;
      const slot = await freeSlot(deps, doc);
      if (slot === null) return 'pins-full';
      // Before the comment's own write: a page that looks in vain costs little, one that does not look misses it.
      await deps.expectPins(doc.threadId);
      const at = deps.now();
      return planOf(doc, { ...stateOf(doc), pinned: true }, actOf(moderator, { identity, type: 'pinned', at }), {
        at,
        slot,
      });
    },
  });
}

/** Puts a pinned comment back in its place. @throws Problem `not-found`, and with the fresh card `stale-version` */
export async function unpin(deps: PinDeps, moderator: Pinner, commentId: CommentId): Promise<CommentDoc> {
  const identity = { eventId: newId() };
  return moderate(deps, {
    commentId,
    identity,
    once: false,
    plan: (doc) => {
      if (doc.mod.pin === undefined) return null;
      const { pinned: _, ...to } = stateOf(doc);
      return planOf(doc, to, actOf(moderator, { identity, type: 'unpinned', at: deps.now() }));
    },
  });
}

function actOf({ id, name }: Pinner, act: Omit<Act, 'actor'>): Act {
  return { ...act, actor: { kind: 'user', id, name } };
}

/** It can be taken back as any act, and whoever is at the comment stays at it. */
function planOf(doc: CommentDoc, to: ModerationState, act: Act, pinned?: Pin): Plan {
  const left = leftOf(doc, to, {
    at: act.at,
    last: lastActOf(doc, act),
    ...(pinned === undefined ? {} : { pin: pinned }),
  });
  const { claim } = doc.mod;
  return { left: { ...left, ...(claim === undefined ? {} : { claim }) }, event: eventOf(doc, to, act) };
}

/** The lowest slot of a comment's discussion that is nobody's; null when all are taken. */
async function freeSlot(
  { comments }: Pick<ModerateDeps, 'comments'>,
  { threadId }: CommentDoc,
): Promise<number | null> {
  const taken = new Set((await comments.pinned(threadId)).map(({ mod }) => mod.pin?.slot));
  return SLOTS.find((slot) => !taken.has(slot)) ?? null;
}

/**
 * Where a comment is put back by taking an act back, with its pin if it had one then: in its slot while it has it, else in any
 * that is free. Where there is none it comes back without: what others pinned meanwhile stays.
 */
export async function withPin(
  deps: Pick<ModerateDeps, 'comments'>,
  doc: CommentDoc,
  { pin: before, ...was }: Whereabouts,
): Promise<Whereabouts> {
  if (before === undefined) return was;
  const slot = doc.mod.pin?.slot ?? (await freeSlot(deps, doc));
  return slot === null ? was : { ...was, pin: { at: before.at, slot } };
}
