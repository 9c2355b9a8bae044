import { createPasswords, type PasswordCost } from './auth/passwords.ts';
import { createReservedNames } from './auth/reserved-names.ts';
import { createRoles } from './auth/roles.ts';
import { createTurns } from './comments/take-turn.ts';
import { bulkDeps } from './bulk-use-cases.ts';
import { createVoteCounter } from './comments/count-votes.ts';
import { createRelay } from './comments/relay.ts';
import { createVoteNews } from './comments/vote-news.ts';
import type { Config } from './config.ts';
import { createEventBus } from './events.ts';
import { hashAddress, isLoopback } from './http/client-address.ts';
import { asProblem } from './http/problem-handler.ts';
import { createLanes } from './http/lanes.ts';
import { languageOf } from './http/language.ts';
import { listen } from './http/listen.ts';
import { createIdentityParts } from './identity-parts.ts';
import { createPageCache } from './http/page-cache.ts';
import { cookieName } from './http/cookie-name.ts';
import { createHttpServer } from './http/server.ts';
import { mailPageUseCases } from './mail-use-cases.ts';
import { providerPageUseCases } from './provider-use-cases.ts';
import { createLimits } from './limits.ts';
import { createMailDelivery, keepsMail } from './mail-delivery.ts';
import type { Logger } from './logger.ts';
import { startLoops } from './loops.ts';
import { createAuthorFigures } from './moderation/author-figures.ts';
import { createCleanAuthors } from './moderation/clean-authors.ts';
import { createFitTitle } from './moderation/fit-title.ts';
import { createPolicy } from './moderation/policy.ts';
import { createWordFinders } from './moderation/site-words.ts';
import { create as createTextEngine, type TextEngine } from './moderation/text/engine.ts';
import { readFigures } from './moderation/review-queue.ts';
import { createFiguresWatch } from './moderation/watch-figures.ts';
import { createHeatWatch } from './moderation/watch-heat.ts';
import { createFanOut } from './notifications/fan-out.ts';
import { eraseDeps } from './own-use-cases.ts';
import { createOutbound } from './outbound.ts';
import { problemDocument } from './problem-document.ts';
import { figuresNews } from './realtime/broadcast.ts';
import { createGateway } from './realtime/gateway.ts';
import { cachedRoutesOver, routesOver } from './routes.ts';
import { createSignInParts } from './sign-in-parts.ts';
import { createSharedRead } from './shared-read.ts';
import { beginSites, removeDeps } from './site-use-cases.ts';
import type { SitesFile } from './sites/sites-file.ts';
import { createOriginWatch } from './sites/origin-watch.ts';
import { createSites, reachedAt } from './sites/sites.ts';
import { deskGone } from './review-use-cases.ts';
import { isUnavailable, openStore, type Store } from './storage/store.ts';
import { threadIdOf } from './storage/threads.ts';
import { createThreadMemory } from './threads/ensure.ts';
import { createNamedThreads } from './threads/named-threads.ts';
import type { Parts } from './use-cases.ts';
import { wire } from './wire.ts';

export interface AppOptions {
  config: Config;
  storeUri: string;
  /** Sites that a file declares, see `SITES_FILE`. */
  sitesFile?: SitesFile;
  serviceKey: string;
  /** Folder with the built browser files. */
  publicDir: string;
  /** Folder with the widget's files of earlier versions (`widget-versions.ts`); without it, only those of the build are served. */
  keptDir?: string;
  version: string;
  log: Logger;
  /** Reads texts; without it, the lexicons of the build are loaded. */
  engine?: TextEngine;
  /** What keeping a moderator's password safe costs; without it, what OWASP recommends. */
  passwordCost?: PasswordCost;
  now?: () => Date;
}

export interface App {
  /** Where the service listens, as "http://host:port". */
  url: string;
  /** Where people reach it: PUBLIC_URL, or the same. */
  publicUrl: string;
  /** Code for the link that makes the first moderator; null once there is one. */
  setupCode(): Promise<string | null>;
  /** Resolves when every event so far has reached its listeners. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** The composition root: who is built from what, and who hears which event. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, serviceKey, log, now = () => new Date() } = options;
  const store = await openStore(options.storeUri);
  let listening = '';
  const publicUrl = (): string => config.PUBLIC_URL?.replace(/\/$/, '') ?? listening;
  const engine = options.engine ?? (await createTextEngine());
  const parts = await beginSites(createParts(options, { store, engine, now, publicUrl }), config);
  const { sites, origins, readers, sessions, team, pages, relay } = parts;
  const door = {
    ...{ sites, origins, readers, sessions },
    serviceKey,
    lanes: createLanes(),
    cookieName: cookieName(config),
    publicOrigin: () => new URL(publicUrl()).origin,
    now,
  };
  const stopping = new AbortController();
  const bulk = bulkDeps(parts, stopping.signal);
  const erasing = eraseDeps(parts, stopping.signal);
  const removing = removeDeps(parts, config, stopping.signal);
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
    ready: store.ping,
    isUnavailable,
    publicDir: options.publicDir,
    keptDir: options.keptDir,
    demo: config.DEMO,
    devMails: keepsMail(config) ? store.devMail : undefined,
    securityContact: config.SECURITY_CONTACT,
    trustProxy: config.TRUST_PROXY,
    version: options.version,
    log,
  });
  const gateway = createGateway(server, {
    ...door,
    threadId: (site, key) => threadIdOf(site.id, key),
    seqOf: store.feeds.seqOf,
    stateOf: store.threads.stateOf,
    readerSessionsEnded: store.readerSessions.endedSince,
    unread: createSharedRead(async (ids) => {
      const counts = await store.notifications.unreadOf(ids);
      return new Map(ids.map((id) => [id, counts.get(id) ?? 0]));
    }),
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
      for (const scope of gateway.reviewScopes()) gateway.emit(figuresNews(scope, await readFigures(store, scope)));
    },
    failed: (err) => log.warn({ err }, 'the review queue could not be counted; the next change has it counted'),
  });
  wire(parts, { gateway, figures, log });
  const loops = startLoops(parts, { bulk, erasing, removing, delivery, publicUrl });
  listening = await listen(server, config);
  return {
    url: listening,
    publicUrl: publicUrl(),
    setupCode: () => team.setupCode(),
    async settled() {
      await Promise.all(underWay());
      await parts.heat.idle();
      await relay.idle();
      await parts.fanOut.idle();
      await figures.idle();
    },
    async close() {
      stopping.abort();
      await Promise.all([loops.stop(), parts.fanOut.stop(), delivery?.stop()]);
      parts.voteNews.stop();
      await gateway.close(); // closes the HTTP server with it, after requests under way
      // What still decides comes before what carries that on.
      await Promise.all(underWay());
      await Promise.all([parts.heat.idle(), relay.idle()]);
      await figures.idle();
      await store.close();
    },
  };
}

function createParts(
  { config, sitesFile = new Map(), serviceKey, log, passwordCost }: AppOptions,
  { store, engine, now, publicUrl }: { store: Store; engine: TextEngine; now: () => Date; publicUrl: () => string },
): Parts {
  const bus = createEventBus();
  const finders = createWordFinders();
  const roles = createRoles({ moderators: store.moderators, changes: store.teamChanges, now });
  const sites = createSites(store.sites, now);
  const policy = createPolicy(engine, finders);
  const fitTitle = createFitTitle({ policy, siteById: sites.byId });
  const voteNews = createVoteNews((threadId, tallies) => {
    // The counts are stored, and whoever reads the page sees them; no vote fails because of what is only told.
    bus
      .publish({ type: 'votes.counted', threadId, tallies })
      .catch((err: unknown) => log.warn({ err, thread: threadId }, 'votes not told'));
  });
  return {
    store,
    bus,
    log,
    now,
    sites,
    origins: createOriginWatch(now),
    sitesFile,
    heat: createHeatWatch({
      comments: store.comments,
      threads: store.threads,
      siteById: sites.byId,
      changed: (threadId) =>
        bus.publish({ type: 'thread.heated', threadId }).catch((err: unknown) => {
          // It is stored, and whoever reads the page sees it; no post may fail because of what is only told.
          log.warn({ err, thread: threadId }, 'heat could not be told');
        }),
      failed: (thread, err) => log.warn({ err, thread }, 'heat could not be counted; the next comment has it counted'),
      now,
    }),
    cleanAuthors: createCleanAuthors({ comments: store.comments, now }),
    authorFigures: createAuthorFigures({ comments: store.comments, now }),
    takeTurn: createTurns({ comments: store.comments, now }),
    ...createIdentityParts(store, { serviceKey, now }),
    roles,
    ...createSignInParts({ store, roles, serviceKey, now, publicUrl }, createPasswords(passwordCost)),
    imitatesModerator: createReservedNames(store.moderators.nameKeys, now),
    threads: createThreadMemory({ threads: store.threads, fitTitle, now }),
    fitTitle,
    namedThreads: createNamedThreads({ threads: store.threads, now }),
    finders,
    policy,
    pages: createPageCache(() => now().getTime()),
    relay: createRelay({ comments: store.comments, feeds: store.feeds, audit: store.modEvents, bus, log }),
    fanOut: createFanOut({ ...store, bus, now, log }),
    counter: createVoteCounter({ ...store, counted: (...count) => voteNews.counted(...count) }),
    voteNews,
    outbound: createOutbound({ allow: config.OUTBOUND_ALLOW ?? [] }),
    limits: createLimits(config),
    serviceKey,
    // A demo keeps its mail where it can be looked at.
    mailKept: keepsMail(config),
    mailOffered: config.SMTP_URL !== undefined || config.DEMO,
  };
}
