import type { PersonId } from '../../shared/ids.ts';
import { MUTES_MAX } from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import type { Mutes } from '../../shared/subscription.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { Mute } from '../storage/mutes.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import { seenAuthor } from './subscriptions.ts';

export interface MuteDeps {
  people: Pick<PeopleStore, 'byId' | 'mute'>;
  comments: Pick<CommentStore, 'lastSeenOf'>;
  now: () => Date;
}

/** Whom a reader has muted, newest first. */
export async function readMutes({ people }: Pick<MuteDeps, 'people'>, personId: PersonId): Promise<Mutes> {
  const { mutes = [] } = (await people.byId(personId)) ?? {};
  return { items: mutes.map(muteView).reverse() };
}

/**
 * Has a reader hear nothing more of an author; what they were told before stays. Doing it twice changes nothing.
 * @throws Problem `not-found` for an author of whom nothing is in sight, and for oneself; `list-full`
 */
export async function mute(deps: MuteDeps, { _id: personId, siteId }: PersonDoc, authorId: PersonId): Promise<void> {
  const { mutes = [] } = (await deps.people.byId(personId)) ?? {};
  if (mutes.some(({ id }) => id === authorId)) return;
  if (authorId === personId) throw new Problem('not-found');
  const name = await seenAuthor(deps, siteId, authorId);
  if (!(await deps.people.mute(personId, { id: authorId, name, at: deps.now() }, MUTES_MAX)))
    throw new Problem('list-full');
}

export function muteView({ id, name, at }: Mute): Mutes['items'][number] {
  return { id, name, at: at.toISOString() };
}
