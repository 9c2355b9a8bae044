import type { CommentId } from '../../shared/ids.ts';
import type { ModEventDoc } from '../storage/mod-events.ts';
import type { TrailHead } from '../storage/trail-reader.ts';
import { flawsOf, readTrail, type Trail, type TrailSource } from './trail.ts';

export interface AuditSource extends TrailSource {
  /** Every comment in the order of ids, and every event in the order of its comment's id and its place there. */
  everyHead(): AsyncIterable<TrailHead>;
  everyEvent(): AsyncIterable<ModEventDoc>;
}

/**
 * Holds every comment against its events. Both are read once side by side, so that the events of one comment are in memory at a
 * time. What looks wrong is read again by itself: while the service runs the two readings are of different moments.
 * @param found hears each finding, in words
 * @param seen hears how many comments are behind it
 */
export async function verifyAudit(
  source: AuditSource,
  { found, seen }: { found: (text: string) => void; seen: (comments: number) => void },
): Promise<{ comments: number; events: number }> {
  const total = { comments: 0, events: 0 };
  for await (const { id, trail } of trailsOf(source)) {
    total.events += trail.events.length;
    if (trail.head !== null) seen((total.comments += 1));
    if (wordsFor(trail).length === 0) continue;
    for (const flaw of wordsFor(await readTrail(source, id))) found(`comment ${id}: ${flaw}`);
  }
  return total;
}

function wordsFor(trail: Trail): string[] {
  try {
    return flawsOf(trail);
  } catch (error) {
    return [`it or its events cannot be read: ${(error as Error).message}`];
  }
}

/** The two streams side by side; a comment without events and events without a comment are trails, too. */
async function* trailsOf(source: AuditSource): AsyncGenerator<{ id: CommentId; trail: Trail }> {
  const heads = source.everyHead()[Symbol.asyncIterator]();
  const groups = groupsOf(source.everyEvent());
  let head = await heads.next();
  let group = await groups.next();
  while (head.done !== true || group.done !== true) {
    const headId = head.done === true ? undefined : head.value._id;
    const groupId = group.done === true ? undefined : group.value.id;
    const isHead = headId !== undefined && (groupId === undefined || headId <= groupId);
    const isGroup = groupId !== undefined && (headId === undefined || groupId <= headId);
    const trail: Trail = {
      head: isHead && head.done !== true ? head.value : null,
      events: isGroup && group.done !== true ? group.value.events : [],
    };
    yield { id: (isHead ? headId : groupId) as CommentId, trail };
    if (isHead) head = await heads.next();
    if (isGroup) group = await groups.next();
  }
}

async function* groupsOf(events: AsyncIterable<ModEventDoc>): AsyncGenerator<{ id: string; events: ModEventDoc[] }> {
  let group: { id: string; events: ModEventDoc[] } | undefined;
  for await (const event of events) {
    if (group !== undefined && group.id !== event.commentId) yield group;
    if (group?.id === event.commentId) group.events.push(event);
    else group = { id: event.commentId, events: [event] };
  }
  if (group !== undefined) yield group;
}
