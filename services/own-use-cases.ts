import { withdrawDeps } from './review-use-cases.ts';
import { erase, readErasure, type EraseDeps } from './compliance/erase.ts';
import { exportOwn } from './compliance/export-own.ts';
import { readOwnComments } from './compliance/own-comments.ts';
import type { RetentionDeps } from './compliance/retention.ts';
import type { OwnUseCases } from './http/own-routes.ts';
import { withdraw } from './moderation/withdraw.ts';
import { react } from './threads/mine.ts';
import { rate } from './threads/rate.ts';
import type { Parts } from './use-cases.ts';

export function eraseDeps(parts: Parts, stopping: AbortSignal): EraseDeps {
  const { store, bus, guests, namedThreads, log, now } = parts;
  const withdrawing = withdrawDeps(parts);
  return {
    ...store,
    named: namedThreads,
    withdraw: (own) => withdraw(withdrawing, own),
    withdrawnDays: withdrawing.withdrawnDays,
    unreact: (of) => react({ reactions: store.reactions, bus, now }, { ...of, value: null }),
    unrate: (of) => rate({ ratings: store.ratings, bus, now }, { ...of, stars: null }),
    ended: (personId) => {
      guests.forget(personId);
      // Whoever still listens hears what readers of the thread hear; nothing fails because of that.
      void bus
        .publish({ type: 'person.forgotten', personId })
        .catch((err: unknown) => log.warn({ err }, 'forgetting not told'));
    },
    stopping,
    underWay: new Set(),
    log,
    now,
  };
}

/** What wiping by itself needs. */
export function retentionDeps({ store, sites, guests, log, now }: Parts): RetentionDeps {
  return { ...store, sites: sites.all, changed: (personId) => guests.forget(personId), log, now };
}

export function ownUseCases({ limits }: Parts, deps: EraseDeps): OwnUseCases {
  return {
    async comments(person, query) {
      await limits.ownListsOfPerson.take(person._id);
      return readOwnComments(deps, person._id, query);
    },
    async export(person) {
      await limits.exportsOfPerson.take(person._id);
      const at = deps.now();
      // As it is now: the person the door knows may be a minute old.
      const now = (await deps.people.byId(person._id)) ?? person;
      return { fileName: `tribune-${at.toISOString().slice(0, 10)}.json`, pieces: exportOwn(deps, now, at) };
    },
    async erasure(person) {
      await limits.ownListsOfPerson.take(person._id);
      return readErasure(deps, person);
    },
    async erase(person, request) {
      await limits.erasuresOfPerson.take(person._id);
      return erase(deps, person, request);
    },
  };
}
