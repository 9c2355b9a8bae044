import mongoose from 'mongoose';
import { alertStateStore } from './alert-states.ts';
import { bulkStore } from './bulk.ts';
import { commentStore } from './comments.ts';
import { devMailStore } from './dev-mail.ts';
import { erasureStore } from './erasures.ts';
import { fanOutStore } from './fanouts.ts';
import { feedStore } from './feeds.ts';
import { grantStore } from './grants.ts';
import { watchHeartbeats } from './heartbeats.ts';
import { identityStore } from './identities.ts';
import { letterStore } from './letters.ts';
import { makeIndexes } from './make-indexes.ts';
import { modEventStore } from './mod-events.ts';
import { moderatorStore } from './moderators.ts';
import { notificationStore } from './notifications.ts';
import { peopleStore } from './people.ts';
import { personNoteStore } from './person-notes.ts';
import { ratingStore } from './ratings.ts';
import { reactionStore } from './reactions.ts';
import { readerSessionStore } from './reader-sessions.ts';
import { reportStore } from './reports.ts';
import { sanctionStore } from './sanctions.ts';
import { settingChangeStore } from './setting-changes.ts';
import { signInStore } from './sign-ins.ts';
import { siteAccountsStore } from './site-accounts.ts';
import { siteChangeStore } from './site-changes.ts';
import { requireAll, siteContentStore } from './site-contents.ts';
import { siteRemovalStore } from './site-removals.ts';
import { siteStore } from './sites.ts';
import { createStoreClock } from './store-clock.ts';
import { subscriptionStore } from './subscriptions.ts';
import { teamChangeStore } from './team-changes.ts';
import { teamEventStore } from './team-events.ts';
import { threadActStore } from './thread-acts.ts';
import { threadStore } from './threads.ts';
import { voteStore } from './votes.ts';
import { webhookCallStore } from './webhook-calls.ts';

/** How long a request waits for the database before it is answered 503, milliseconds. */
const SELECTION_TIMEOUT_MS = 1500;
const SOCKET_TIMEOUT_MS = 5000;
const OPTIONS = { autoIndex: false, bufferCommands: false, serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS };

/** What a database says of itself, as far as it is read. */
interface Hello {
  localTime: Date;
}

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Connects, makes every index and hands out one object per collection, each with its named queries.
 * @throws the driver's error if the database cannot be reached or an index cannot be made
 */
export async function openStore(uri: string) {
  const connection = mongoose.createConnection(uri, {
    ...OPTIONS,
    socketTimeoutMS: SOCKET_TIMEOUT_MS,
    maxPoolSize: 32,
  });
  await connection.asPromise();
  const heartbeats = watchHeartbeats(connection.getClient());
  const collections = collectionsOver(connection);
  const clock = createStoreClock(async () => ((await connection.db!.admin().command({ hello: 1 })) as Hello).localTime);
  try {
    requireAll(Object.values(connection.models).map(({ collection }) => collection.collectionName));
    await clock.look();
    await makeIndexes(uri, { ...OPTIONS, maxPoolSize: 4 }, Object.values(connection.models));
  } catch (error) {
    await connection.close();
    throw error;
  }
  return {
    ...collections,
    clock,
    /** Resolves if the database answers in time. */
    ping: async (): Promise<void> => {
      await connection.db?.admin().ping();
    },
    /** To be called when the database was started anew; resolves when it is found. */
    revive: () => heartbeats.revive(),
    /** Removes the whole database; for tests. */
    drop: (): Promise<void> => connection.dropDatabase(),
    close: (): Promise<void> => (heartbeats.stop(), connection.close()),
  };
}

function collectionsOver(connection: mongoose.Connection) {
  const settingChanges = settingChangeStore(connection);
  const siteChanges = siteChangeStore(connection);
  return {
    alertStates: alertStateStore(connection),
    bulk: bulkStore(connection),
    comments: commentStore(connection),
    devMail: devMailStore(connection),
    erasures: erasureStore(connection),
    fanOuts: fanOutStore(connection),
    feeds: feedStore(connection),
    grants: grantStore(connection),
    identities: identityStore(connection),
    letters: letterStore(connection),
    modEvents: modEventStore(connection),
    moderators: moderatorStore(connection),
    notifications: notificationStore(connection),
    people: peopleStore(connection),
    personNotes: personNoteStore(connection),
    ratings: ratingStore(connection),
    reactions: reactionStore(connection),
    readerSessions: readerSessionStore(connection),
    reports: reportStore(connection),
    sanctions: sanctionStore(connection),
    settingChanges,
    signIns: signInStore(connection),
    siteAccounts: siteAccountsStore(connection),
    siteChanges,
    siteContents: siteContentStore(connection),
    sites: siteStore(connection, { settings: settingChanges, facts: siteChanges }),
    siteRemovals: siteRemovalStore(connection),
    subscriptions: subscriptionStore(connection),
    teamChanges: teamChangeStore(connection),
    teamEvents: teamEventStore(connection),
    threadActs: threadActStore(connection),
    threads: threadStore(connection),
    votes: voteStore(connection),
    webhookCalls: webhookCallStore(connection),
  };
}

const UNAVAILABLE = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'PoolClearedOnNetworkError',
]);
/** Server codes of a node that is going down, stepping down, full or refusing work; MongoDB's error_codes.yml. */
const UNAVAILABLE_CODES = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031]);

/** What the system says of a connection that has just gone; of a write on it, the driver hands that on as it is. */
const BROKEN = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED']);

/** Whether an error means "the database is away", as opposed to a mistake of ours. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (BROKEN.has(String((error as NodeJS.ErrnoException).code))) return true;
  if (UNAVAILABLE.has(error.name)) return true;
  if (error instanceof mongoose.mongo.MongoServerError && UNAVAILABLE_CODES.has(Number(error.code))) return true;
  return /before initial connection is complete|client was closed|Client must be connected/i.test(error.message);
}
