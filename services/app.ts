import { bulkDeps } from './bulk-use-cases.ts';
import type { RelayDeps } from './comments/relay.ts';
import { keepsMail } from './config.ts';
import { hashAddress, isLoopback } from './http/client-address.ts';
import { asProblem } from './http/problem-handler.ts';
import { createLanes } from './http/lanes.ts';
import { languageOf } from './http/language.ts';
import { leave } from './http/leave.ts';
import { listen } from './http/listen.ts';
import { cookieName } from './http/cookie-name.ts';
import { createHttpServer } from './http/server.ts';
import { mailPageUseCases } from './mail-use-cases.ts';
import { providerPageUseCases } from './provider-use-cases.ts';
import { createMailDelivery } from './mail-delivery.ts';
import { startLoops } from './loops.ts';
import { create as createTextEngine } from './moderation/text/engine.ts';
import { readFigures } from './moderation/review-queue.ts';
import { createFiguresWatch } from './moderation/watch-figures.ts';
import { eraseDeps } from './own-use-cases.ts';
import { problemDocument } from './problem-document.ts';
import { figuresNews, rooms } from './realtime/broadcast.ts';
import { createGateway } from './realtime/gateway.ts';
import { cachedRoutesOver, routesOver } from './routes.ts';
import { beginSites, removeDeps } from './site-use-cases.ts';
import { reachedAt } from './sites/sites.ts';
import { deskGone } from './review-use-cases.ts';
import { isUnavailable, openStore } from './storage/store.ts';
import { threadIdOf } from './storage/threads.ts';
import { readChanges } from './threads/changes.ts';
import { wire } from './wire.ts';
import { createParts, type AppOptions } from './parts.ts';

export interface App {
  /** Where the service listens, as "http://host:port". */
  url: string;
  /** Where people reach it: PUBLIC_URL, or the same. */
  publicUrl: string;
  /** Code for the link that makes the first moderator; null once there is one. */
  setupCode(): Promise<string | null>;
  /** To be called when the database was started anew. */
  databaseIsBack(): Promise<void>;
  /** Resolves when every event so far has reached its listeners. */
  settled(): Promise<void>;
  /** Says from now on that it is not ready, and resolves when hardly anybody asks any more; to be closed then. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** The composition root: who is built from what, and who hears which event. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, serviceKey, log } = options;
  const store = await openStore(options.storeUri);
  const { now = store.clock.now } = options;
  const reached = createReached(config.PUBLIC_URL);
  const { publicUrl, publicOrigin } = reached;
  const engine = options.engine ?? (await createTextEngine());
  const isHeard: RelayDeps['isHeard'] = (threadId) => gateway.isHeard(rooms.thread(threadId));
  const redis = config.REDIS_URL === undefined ? null : (await import('./redis.ts')).openRedis(config.REDIS_URL, log);
  const parts = createParts(options, { store, redis, engine, now, publicUrl, isHeard });
  const awaited = await beginSites(parts, config);
  const { sites, origins, readers, sessions, team, pages, relay } = parts;
  const door = {
    ...{ sites, origins, readers, sessions, serviceKey },
    lanes: createLanes(),
    cookieName: cookieName(config),
    ...{ publicOrigin, now },
  };
  const stopping = new AbortController();
  const bulk = bulkDeps(parts, stopping.signal);
  const erasing = eraseDeps(parts, stopping.signal);
  const removing = removeDeps(parts, config, { awaited, stopping: stopping.signal });
  const underWay = (): Promise<void>[] => [bulk, erasing, removing].flatMap((of) => [...of.underWay]);
  const delivery = createMailDelivery(parts, { config, publicUrl });

  const server = createHttpServer({
    ...door,
    routes: routesOver(parts, {
      ...{ bulk, erasing, removing, publicUrl },
      cookieName: door.cookieName,
      proofOrigins: (caller) => reachedAt(caller, config.PUBLIC_URL),
      endSession: (hash) => gateway.endSession(hash),
    }),
    cachedRoutes: cachedRoutesOver(parts, { publicUrl }),
    pages,
    ...{ mailPages: mailPageUseCases(parts), providerPages: providerPageUseCases(parts, { publicUrl }) },
    ...{ ready: store.ping, stopping: stopping.signal },
    isUnavailable,
    ...{ publicDir: options.publicDir, keptDir: options.keptDir },
    ...{ demo: config.DEMO, securityContact: config.SECURITY_CONTACT, trustProxy: config.TRUST_PROXY },
    devMails: keepsMail(config) ? store.devMail : undefined,
    version: options.version,
    log,
  });
  const gateway = createGateway(server, {
    ...door,
    threadId: (site, key) => threadIdOf(site.id, key),
    seqsOf: store.feeds.seqsOf,
    statesOf: store.threads.statesOf,
    changesOf: (from) => readChanges(store, from),
    readerSessionsEnded: store.readerSessions.endedSince,
    unreadOf: store.notifications.unreadOf,
    problemDocument: (error, language) => {
      const problem = asProblem(error, isUnavailable);
      if (problem.code === 'internal') log.error({ err: error }, 'socket');
      return problemDocument(problem, languageOf(language));
    },
    addressOf: (address) => (isLoopback(address) ? null : hashAddress(address, serviceKey, now())),
    deskGone: deskGone(parts),
    trustProxy: config.TRUST_PROXY,
    log,
  });
  const figures = createFiguresWatch({
    async tell() {
      for (const scope of gateway.reviewScopes())
        gateway.emit(figuresNews(scope, await readFigures(store, await sites.standing(scope))));
    },
    failed: (err) => log.warn({ err }, 'the review queue could not be counted; the next change has it counted'),
  });
  wire(parts, { gateway, figures, log });
  const loops = startLoops(parts, { bulk, erasing, removing, delivery, publicUrl });
  reached.listening = await listen(server, config);
  return {
    url: reached.listening,
    publicUrl: publicUrl(),
    ...{ setupCode: () => team.setupCode(), databaseIsBack: store.revive },
    async settled() {
      await Promise.all(underWay());
      await parts.heat.idle();
      await relay.idle();
      await parts.fanOut.idle();
      await figures.idle();
    },
    leave: () => (stopping.abort(), leave(server)),
    async close() {
      stopping.abort();
      await Promise.all([loops.stop(), parts.fanOut.stop(), delivery?.stop()]);
      parts.voteNews.stop();
      await gateway.close(); // closes the HTTP server with it, after requests under way
      // What still decides comes before what carries that on.
      await Promise.all(underWay());
      await Promise.all([parts.heat.idle(), relay.idle()]);
      await figures.idle();
      redis?.close();
      await store.close();
    },
  };
}

/** Where people reach the service: at the address it was given, or where it listens, as soon as it does. */
function createReached(given: string | undefined) {
  const url = given?.replace(/\/$/, '');
  const origin = url === undefined ? undefined : new URL(url).origin;
  const reached = {
    listening: '',
    publicUrl: () => url ?? reached.listening,
    publicOrigin: () => origin ?? reached.listening,
  };
  return reached;
}
