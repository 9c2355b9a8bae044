import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import type { SanctionStore } from '../storage/sanctions.ts';

interface KeepDeps {
  people: Pick<PeopleStore, 'clearSanctionOutbox'>;
  sanctions: Pick<SanctionStore, 'append'>;
}

/** Left-overs are taken up once they are this old; the process that wrote them is faster. Milliseconds. */
const LEFT_OVER_AFTER_MS = 2000;
const AT_ONCE = 100;

/** Moves what was done about a person from the outbox of its write to where it is kept. Repeating it is harmless. */
export async function keepActs(deps: KeepDeps, { _id, sanctions }: PersonDoc): Promise<void> {
  const acts = sanctions?.outbox ?? [];
  if (sanctions?.outboxAt === undefined) return;
  await deps.sanctions.append(acts);
  await deps.people.clearSanctionOutbox(
    _id,
    acts.map((act) => act._id),
  );
}

/** Does so for what a crash or another process has left. */
export async function keepLeftOver(
  deps: KeepDeps & { people: Pick<PeopleStore, 'withSanctionOutbox'>; now: () => Date },
): Promise<void> {
  const until = new Date(deps.now().getTime() - LEFT_OVER_AFTER_MS);
  for (const person of await deps.people.withSanctionOutbox(until, AT_ONCE)) await keepActs(deps, person);
}
