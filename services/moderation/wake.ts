import { Problem } from '../../shared/problem.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import type { CommentStore } from '../storage/comments.ts';
import { moderate, type ModerateDeps } from './moderate.ts';
import { eventOf, leftOf, stateOf } from './standing.ts';
import { transition } from './transitions.ts';

/** Brought back at once; the next run takes the next. */
const AT_ONCE = 100;

/** Brings back to their queues what was put aside until now. Several nodes may try: one of them does it, once. */
export async function wake(
  deps: ModerateDeps & { comments: Pick<CommentStore, 'snoozed'>; log: Logger },
): Promise<void> {
  // Nobody reads the card that a refusal would come with.
  const quiet = { ...deps, card: null };
  const due = await deps.comments.snoozed({ until: deps.now(), limit: AT_ONCE });
  for (const { _id } of due) {
    const identity = { eventId: newId() };
    await moderate(quiet, {
      commentId: _id,
      identity,
      once: true,
      plan: (doc) => {
        const at = deps.now();
        const next = transition(stateOf(doc), { kind: 'wake' });
        if (!next.ok || (doc.mod.snooze?.until ?? at) > at) return 'invalid-transition';
        const actor = { kind: 'clock' as const, id: 'snooze', name: 'snooze' };
        return {
          left: leftOf(doc, next.to, { at }),
          event: eventOf(doc, next.to, { identity, type: next.event, at, actor }),
        };
      },
    }).catch((err: unknown) => {
      // Refused, somebody was faster. Whatever else it is must not keep the others from coming back.
      if (!(err instanceof Problem)) deps.log.warn({ err, comment: _id }, 'not brought back; trying again');
    });
  }
}
