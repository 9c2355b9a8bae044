import { Problem } from '../shared/problem.ts';
import { requireAccess, type Action, type By } from './auth/access.ts';
import type { ModeratorView, Scope } from '../shared/identity.ts';
import { pageOf, readCursor } from './cursor.ts';
import { OUTBOX_STATES, type OutboxDoc, type OutboxState, type outboxQueries } from './storage/outbox.ts';

const PAGE = 50;

/** What the console reads of an outbox and does with it, whatever goes out by it. */
export function outboxUseCases<Doc extends OutboxDoc>(
  outbox: ReturnType<typeof outboxQueries<Doc>>,
  deps: {
    requireSite: (by: By, action: Action, id: string) => Promise<void>;
    /** The sites somebody sees. */
    asked: (by: By) => Promise<Scope>;
    now: () => Date;
  },
) {
  const { requireSite, now } = deps;
  return {
    /** How many there are in each state, and a page of those that could not be sent. */
    async page(by: ModeratorView, cursor: string | undefined) {
      requireAccess(by, 'mail.read');
      const sites = await deps.asked(by);
      const [counts, found] = await Promise.all([
        Promise.all(OUTBOX_STATES.map(async (state) => [state, await outbox.count(state, sites)] as const)),
        outbox.dead({ place: readCursor(cursor), limit: PAGE + 1, sites }),
      ]);
      const { docs, next } = pageOf(found, PAGE, ({ doneAt, _id }) => ({ at: doneAt, id: _id }));
      return { counts: Object.fromEntries(counts) as Record<OutboxState, number>, docs, next };
    },
    /** @throws Problem `not-found` where there is no dead one of this id */
    async retry(by: ModeratorView, id: string): Promise<void> {
      await requireSite(by, 'mail.change', id);
      if (!(await outbox.retry(id, now()))) throw new Problem('not-found');
    },
    /** @throws Problem `not-found` where there is no dead one of this id */
    async drop(by: ModeratorView, id: string): Promise<void> {
      await requireSite(by, 'mail.change', id);
      if (!(await outbox.drop(id, now()))) throw new Problem('not-found');
    },
  };
}

/** What the console shows of anything that could not be sent. */
export function deadView({ _id, error = '', attempts, createdAt, doneAt }: OutboxDoc) {
  return { id: _id, error, attempts, createdAt: createdAt.toISOString(), diedAt: (doneAt ?? createdAt).toISOString() };
}
