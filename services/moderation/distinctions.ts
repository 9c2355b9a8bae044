import type { CommentId } from '../../shared/ids.ts';
import { FEATURED_MAX, PINS_MAX } from '../../shared/limits.ts';
import type { DistinctionKind, EventType } from '../../shared/moderation.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { Actor } from '../storage/mod-events.ts';
import type { CommentDoc, Whereabouts } from '../storage/comment-schema.ts';
import type { Distinction, Distinctions } from '../storage/distinctions.ts';
import { newId } from '../ids.ts';
import { moderate, type ModerateDeps, type Plan } from './moderate.ts';
import { eventOf, lastActOf, leftOf, stateOf, type Act } from './standing.ts';
import type { ModerationState } from './transitions.ts';

export interface DistinctionDeps extends ModerateDeps {
  /** Has the pages of a thread look for such comments from now on. */
  expect: (threadId: CommentDoc['threadId'], kind: DistinctionKind) => Promise<void>;
}

type SlotDeps = Pick<ModerateDeps, 'comments'>;

/** Who does it. */
type By = Pick<Actor, 'id' | 'name'>;

/**
 * What sets a comment apart from the others of its discussion: pinned, it stands before them; featured, it is one of the editor's
 * picks, and keeps its place. A discussion has so many slots for each, and a slot is one comment's.
 */
const KINDS: Record<DistinctionKind, Kind> = {
  pin: { state: 'pinned', slots: PINS_MAX, full: 'pins-full', ended: 'unpinned', rootsOnly: true },
  feature: { state: 'featured', slots: FEATURED_MAX, full: 'featured-full', ended: 'unfeatured', rootsOnly: false },
};

interface Kind {
  /** What the comment is then, and the event that makes it so. */
  state: EventType & keyof ModerationState;
  slots: number;
  full: ProblemCode;
  ended: EventType;
  /** Replies cannot be set apart so. */
  rootsOnly: boolean;
}

/**
 * Sets a comment in sight apart. No decision about it: where it stands in review, and who is at it, stays. What is so already is
 * left as it is.
 * @throws Problem `not-found`, and with the fresh card `content-changed`, `invalid-transition`, `pins-full` or `featured-full`,
 *   `stale-version`
 */
export async function distinguish(
  deps: DistinctionDeps,
  moderator: By,
  what: { kind: DistinctionKind; commentId: CommentId; expectedRev: number },
): Promise<CommentDoc> {
  const { kind, commentId, expectedRev } = what;
  const { state, full, rootsOnly } = KINDS[kind];
  const identity = { eventId: newId() };
  return moderate(deps, {
    commentId,
    identity,
    once: false,
    plan: async (doc) => {
      if (doc.rev !== expectedRev) return 'content-changed';
      if (doc.mod.vis !== 'visible' || (rootsOnly && doc.parentId !== null)) return 'invalid-transition';
      if (doc.mod[kind] !== undefined) return null;
      const slot = await freeSlot(deps, doc, kind);
      if (slot === null) return full;
      // Before the comment's own write: a page that looks in vain costs little, one that does not look misses it.
      await deps.expect(doc.threadId, kind);
      const at = deps.now();
      const to = { ...stateOf(doc), [state]: true };
      return planOf(doc, to, { ...actOf(moderator, { identity, type: state, at }), [kind]: { at, slot } });
    },
  });
}

/** Makes it a comment as any other. @throws Problem `not-found`, and with the fresh card `stale-version` */
export async function undistinguish(
  deps: ModerateDeps,
  moderator: By,
  { kind, commentId }: { kind: DistinctionKind; commentId: CommentId },
): Promise<CommentDoc> {
  const { state, ended } = KINDS[kind];
  const identity = { eventId: newId() };
  return moderate(deps, {
    commentId,
    identity,
    once: false,
    plan: (doc) => {
      if (doc.mod[kind] === undefined) return null;
      const { [state]: _, ...to } = stateOf(doc);
      return planOf(doc, to, actOf(moderator, { identity, type: ended, at: deps.now() }));
    },
  });
}

function actOf({ id, name }: By, act: Omit<Act, 'actor'>): Act {
  return { ...act, actor: { kind: 'user', id, name } };
}

/** It can be taken back as any act, and whoever is at the comment stays at it. */
function planOf(doc: CommentDoc, to: ModerationState, { pin, feature, ...act }: Act & Distinctions): Plan {
  const left = leftOf(doc, to, {
    at: act.at,
    last: lastActOf(doc, act),
    ...(pin === undefined ? {} : { pin }),
    ...(feature === undefined ? {} : { feature }),
  });
  const { claim } = doc.mod;
  return { left: { ...left, ...(claim === undefined ? {} : { claim }) }, event: eventOf(doc, to, act) };
}

/** The lowest slot of a comment's discussion that is nobody's; null when all are taken. */
async function freeSlot(
  { comments }: SlotDeps,
  { threadId }: CommentDoc,
  kind: DistinctionKind,
): Promise<number | null> {
  const taken = new Set(await comments.slotsTaken(threadId, kind));
  for (let slot = 1; slot <= KINDS[kind].slots; slot += 1) if (!taken.has(slot)) return slot;
  return null;
}

/**
 * Where a comment is put back by taking an act back, set apart if it was then: in its slot while it has it, else in any that is
 * free. Where there is none it comes back without: what others set apart meanwhile stays.
 */
export async function withDistinctions(deps: SlotDeps, doc: CommentDoc, before: Whereabouts): Promise<Whereabouts> {
  const { pin, feature, ...was } = before;
  const [pinAgain, featureAgain] = [await again(deps, doc, 'pin', pin), await again(deps, doc, 'feature', feature)];
  return { ...was, ...(pinAgain && { pin: pinAgain }), ...(featureAgain && { feature: featureAgain }) };
}

async function again(
  deps: SlotDeps,
  doc: CommentDoc,
  kind: DistinctionKind,
  before: Distinction | undefined,
): Promise<Distinction | undefined> {
  if (before === undefined) return undefined;
  const slot = doc.mod[kind]?.slot ?? (await freeSlot(deps, doc, kind));
  return slot === null ? undefined : { at: before.at, slot };
}
