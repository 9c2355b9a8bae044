import type { NoticeUseCases } from './http/subscription-routes.ts';
import { mute, readMutes } from './notifications/mutes.ts';
import { readSubscriptions, subscribe } from './notifications/subscriptions.ts';
import type { Parts } from './use-cases.ts';

/** What readers want to be told of, and of whom they want to hear nothing. */
export function noticeUseCases(parts: Parts): NoticeUseCases {
  const { store, limits, namedThreads, mailOffered, now } = parts;
  const deps = { ...store, threads: namedThreads, ensureThread: parts.threads.ensure, mailOffered, now };
  return {
    async subscriptions(person, query) {
      await limits.ownListsOfPerson.take(person._id);
      return readSubscriptions(deps, person, query);
    },
    async subscribe(person, input) {
      await limits.subscriptionsOfPerson.take(person._id);
      return subscribe(deps, person, input);
    },
    // Whoever wants to be told of less is never kept from it.
    unsubscribe: (person, id) => store.subscriptions.remove(person._id, id),
    async mutes(person) {
      await limits.ownListsOfPerson.take(person._id);
      return readMutes(deps, person._id);
    },
    async mute(person, authorId) {
      await limits.subscriptionsOfPerson.take(person._id);
      await mute(deps, person, authorId);
    },
    unmute: (person, authorId) => store.people.unmute(person._id, authorId),
  };
}
