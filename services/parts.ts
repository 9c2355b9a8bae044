import { createPasswords, type PasswordCost } from './auth/passwords.ts';
import { createReservedNames } from './auth/reserved-names.ts';
import { createRoles } from './auth/roles.ts';
import { createTurns } from './comments/take-turn.ts';
import { createVoteCounter } from './comments/count-votes.ts';
import { createProofOfWork } from './comments/proof-of-work.ts';
import { createRelay, type RelayDeps } from './comments/relay.ts';
import { createVoteNews } from './comments/vote-news.ts';
import { keepsMail, type Config } from './config.ts';
import { createEventBus } from './events.ts';
import { createIdentityParts } from './identity-parts.ts';
import { createPageCache } from './http/page-cache.ts';
import { createLimits } from './limits.ts';
import type { Logger } from './logger.ts';
import { createAuthorFigures } from './moderation/author-figures.ts';
import { createCleanAuthors } from './moderation/clean-authors.ts';
import { createFitTitle } from './moderation/fit-title.ts';
import { createPolicy } from './moderation/policy.ts';
import { createWordFinders } from './moderation/site-words.ts';
import type { TextEngine } from './moderation/text/engine.ts';
import { createHeatWatch } from './moderation/watch-heat.ts';
import { createFanOut } from './notifications/fan-out.ts';
import { createServerWatch } from './notifications/server-watch.ts';
import { createOutbound } from './outbound.ts';
import type { Redis } from './redis.ts';
import { createSignInParts } from './sign-in-parts.ts';
import { createOriginWatch } from './sites/origin-watch.ts';
import type { SitesFile } from './sites/sites-file.ts';
import { createSites } from './sites/sites.ts';
import type { Store } from './storage/store.ts';
import { createThreadMemory } from './threads/ensure.ts';
import { createNamedThreads } from './threads/named-threads.ts';
import type { Parts } from './use-cases.ts';

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
  /** Without it, the database's clock. */
  now?: () => Date;
}

/** What the parts are made over. */
interface Begun {
  store: Store;
  redis: Redis | null;
  engine: TextEngine;
  now: () => Date;
  publicUrl: () => string;
  isHeard: RelayDeps['isHeard'];
}

export function createParts(
  { config, sitesFile = new Map(), serviceKey, log, passwordCost }: AppOptions,
  { store, redis, engine, now, publicUrl, isHeard }: Begun,
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
    relay: createRelay({ ...store, audit: store.modEvents, bus, isHeard, log }),
    fanOut: createFanOut({ ...store, bus, now, log }),
    counter: createVoteCounter({ ...store, counted: (...count) => voteNews.counted(...count) }),
    voteNews,
    outbound: createOutbound({ allow: config.OUTBOUND_ALLOW ?? [] }),
    limits: createLimits(config, redis && { redis, serviceKey }),
    proofOfWork: createProofOfWork({ grants: store.grants, serviceKey, now }),
    serviceKey,
    // A demo keeps its mail where it can be looked at.
    mailKept: keepsMail(config),
    mailOffered: config.SMTP_URL !== undefined || config.DEMO,
    mailServer: createServerWatch({ log, now }),
  };
}
