import type { ThreadMine } from '../../shared/comment.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import type { SubscriptionStore } from '../storage/subscriptions.ts';
import { subscriptionId } from './subscriptions.ts';

/** What a reader is told of in one discussion, and whom they do not want to read: what its page needs to be drawn for them. */
export async function readToldHere(
  deps: { subscriptions: Pick<SubscriptionStore, 'byIds'>; people: Pick<PeopleStore, 'byId'> },
  person: PersonDoc,
  threadId: ThreadId,
): Promise<Pick<ThreadMine, 'told' | 'muted'>> {
  const thread = subscriptionId(person._id, 'thread', threadId);
  const answers = subscriptionId(person._id, 'answers', person._id);
  const [held, fresh] = await Promise.all([
    deps.subscriptions.byIds([thread, answers]),
    // As it is now: the person the door knows may be a minute old.
    deps.people.byId(person._id),
  ]);
  const of = (id: string) => {
    const found = held.find(({ _id }) => _id === id);
    return found === undefined ? null : { id, mail: found.mail };
  };
  return {
    told: { thread: of(thread), answers: of(answers), mail: (fresh ?? person).mail?.state ?? 'none' },
    muted: (fresh?.mutes ?? []).map(({ id }) => id),
  };
}
