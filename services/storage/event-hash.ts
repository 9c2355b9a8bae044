import { createHash } from 'node:crypto';
import type { ModEvent } from './mod-events.ts';

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
    event.before === null ? null : [event.before.vis, event.before.review, event.before.queue],
    [event.after.vis, event.after.review, event.after.queue],
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
  return createHash('sha256').update(content).digest('base64url');
}
