import { hash } from 'node:crypto';
import type { ModEvent, Standing } from './mod-events.ts';

/** The link of an event in its comment's hash chain: SHA-256 over the previous hash and the event's own content. */
export function hashEvent(event: ModEvent, commentId: string, prevHash: string | null): string {
  const content = JSON.stringify([
    prevHash,
    commentId,
    event.id,
    event.seq,
    event.type,
    event.at.toISOString(),
    [event.actor.kind, event.actor.id, event.actor.name],
    event.before === null ? null : standing(event.before),
    standing(event.after),
    event.rev,
    event.textHash,
    event.codes,
    event.note,
    event.remark,
    event.rules.map((rule) => [rule.id, rule.v]),
    event.until?.toISOString() ?? null,
    event.openMs ?? null,
    event.batchId ?? null,
    event.takenFrom === undefined ? null : [event.takenFrom.id, event.takenFrom.name],
    event.undoes ?? null,
  ]);
  return hash('sha256', content, 'base64url');
}

/** What is set apart says one word more, so that the hashes of all that is not are what they were before anything could be. */
function standing({ vis, review, queue, pinned, featured }: Standing): unknown[] {
  return [vis, review, queue, ...(pinned === true ? ['pinned'] : []), ...(featured === true ? ['featured'] : [])];
}
