import type { SiteId } from '../shared/ids.ts';
import { PASSAGES_MAX } from '../shared/limits.ts';
import type { Passkeys } from './auth/passkeys.ts';
import type { Passwords } from './auth/passwords.ts';
import type { IdentityParts } from './identity-parts.ts';
import type { Roles } from './auth/roles.ts';
import type { Sealing } from './sealed.ts';
import type { Sessions } from './auth/sessions.ts';
import type { SignIn } from './auth/sign-in.ts';
import type { Team } from './auth/team.ts';
import { ownView } from './comments/comment.ts';
import type { Relay } from './comments/relay.ts';
import type { VoteCounter } from './comments/count-votes.ts';
import type { ProofOfWork } from './comments/proof-of-work.ts';
import { submit, type SubmitDeps } from './comments/submit.ts';
import type { TakeTurn } from './comments/take-turn.ts';
import type { VoteNews } from './comments/vote-news.ts';
import type { EventBus } from './events.ts';
import type { PageCache } from './http/page-cache.ts';
import type { PassageUseCases } from './http/passage-routes.ts';
import type { Outbound } from './outbound.ts';
import { isWithin } from './http/rate-limit.ts';
import type { ReaderUseCases } from './http/reader-routes.ts';
import type { ThreadUseCases } from './http/thread-routes.ts';
import type { Limits } from './limits.ts';
import type { Logger } from './logger.ts';
import type { createAuthorFigures } from './moderation/author-figures.ts';
import type { createCleanAuthors } from './moderation/clean-authors.ts';
import type { Policy } from './moderation/context.ts';
import { hintsOf } from './moderation/nudge.ts';
import { screenComment } from './moderation/screen.ts';
import type { WordFinders } from './moderation/site-words.ts';
import { likenessOf } from './moderation/text/minhash.ts';
import { textHash } from './moderation/text/text-hash.ts';
import type { HeatWatch } from './moderation/watch-heat.ts';
import type { FanOut } from './notifications/fan-out.ts';
import { markRead, readInbox } from './notifications/inbox.ts';
import { readToldHere } from './notifications/told-here.ts';
import { authorFacts, rememberAuthor, requireMayWrite, sanctionDeps } from './people-use-cases.ts';
import { readWarning } from './people/sanction.ts';
import { readerStanding } from './people/sanctions.ts';
import type { OriginWatch } from './sites/origin-watch.ts';
import type { SitesFile } from './sites/sites-file.ts';
import type { Sites } from './sites/sites.ts';
import type { PersonDoc } from './storage/people.ts';
import type { Store } from './storage/store.ts';
import { threadIdOf } from './storage/threads.ts';
import type { ThreadMemory } from './threads/ensure.ts';
import { react, readMine } from './threads/mine.ts';
import type { NamedThreads } from './threads/named-threads.ts';
import { readBranchOf, readReplies } from './threads/page.ts';

/** What the running service is made of. */
export interface Parts extends IdentityParts {
  store: Store;
  bus: EventBus;
  log: Logger;
  now: () => Date;
  sites: Sites;
  origins: OriginWatch;
  /** Sites that a file declares, empty without one. */
  sitesFile: SitesFile;
  roles: Roles;
  team: Team;
  sessions: Sessions;
  signIn: SignIn;
  passwords: Passwords;
  passkeys: Passkeys;
  /** Keeps secrets of authenticator apps. */
  totpSeal: Sealing;
  imitatesModerator: (name: string) => Promise<boolean>;
  threads: ThreadMemory;
  fitTitle: (siteId: SiteId, title: string) => Promise<string | null>;
  namedThreads: NamedThreads;
  policy: Policy;
  finders: WordFinders;
  heat: HeatWatch;
  cleanAuthors: ReturnType<typeof createCleanAuthors>;
  authorFigures: ReturnType<typeof createAuthorFigures>;
  takeTurn: TakeTurn;
  pages: PageCache;
  relay: Relay;
  fanOut: FanOut;
  counter: VoteCounter;
  voteNews: VoteNews;
  outbound: Outbound;
  limits: Limits;
  proofOfWork: ProofOfWork;
  serviceKey: string;
  /** Whether this service sends mail at all. */
  mailOffered: boolean;
  /** Whether mail is kept here instead of being sent. */
  mailKept: boolean;
}

export function threadUseCases(parts: Parts): ThreadUseCases {
  const { store, bus, now, limits, relay, pages } = parts;
  return {
    threadId: (site, key) => threadIdOf(site.id, key),
    branch: async (site, commentId) => readBranchOf(store, { siteId: site.id, commentId }),
    replies: (site, rootId, cursor) => readReplies(store, { siteId: site.id, rootId, cursor }),
    mine: async (person, threadId) => {
      const [mine, toldHere] = await Promise.all([
        readMine(store, person._id, threadId),
        readToldHere(store, person, threadId),
      ]);
      return { ...mine, ...toldHere, standing: readerStanding(person, now()) };
    },
    submit: oneAtATime(async ({ site, author, input, key, address }) => {
      const doc = await submit(
        {
          comments: store.comments,
          screen: async () => {
            const facts = await authorFacts(parts, site, author);
            return (judged) => screenComment(parts.policy, { ...judged, site, author: facts });
          },
          textHash,
          likeness: likenessOf,
          heat: parts.heat.measure,
          takeTurn: parts.takeTurn,
          imitatesModerator: parts.imitatesModerator,
          ensureThread: parts.threads.ensure,
          fitQuestion: parts.fitTitle,
          requireMayWrite: requireMayWrite(parts),
          rememberAuthor: rememberAuthor(parts),
          admit: async () => {
            const ofPerson = author.kind === 'reader' ? limits.commentsOfReader : limits.commentsOfPerson;
            await ofPerson.take(author._id);
            await limits.commentsFromAddress.take(address);
            return async () => {
              await ofPerson.giveBack(author._id);
              await limits.commentsFromAddress.giveBack(address);
            };
          },
          work: workFor(parts, { author, address }),
          nudge: {
            take: () => isWithin([limits.nudgesOfPerson, author._id], [limits.nudgesFromAddress, address]),
            hintsOf,
          },
          stored: (stored) => {
            pages.invalidate(stored.threadId, stored.siteId);
            parts.authorFigures.forget(stored.authorId);
            parts.heat.follow(stored);
            relay.kick(stored);
          },
          now,
        },
        { site, author, input, key },
      );
      return 'hints' in doc ? doc : ownView(doc);
    }),
    async react(site, person, input) {
      await requireMayWrite(parts)(person);
      await limits.reactionsOfPerson.take(person._id);
      const { id: threadId } = await parts.threads.ensure(site.id, input.thread);
      return react({ reactions: store.reactions, bus, now }, { personId: person._id, threadId, value: input.value });
    },
    async createGuest({ site, client, key, address }) {
      await limits.guestsFromAddress.take(address);
      return parts.guests.create({ siteId: site.id, client, key });
    },
  };
}

/** How long an author counts as one who came only now, milliseconds. */
const ARRIVED_MS = 10 * 60_000;

/** Who has signed in has shown a mailbox or an account, and the machine's own address is not limited. */
function workFor(
  { limits, proofOfWork, now }: Parts,
  { author, address }: { author: PersonDoc; address: string | null },
): SubmitDeps['work'] {
  if (author.kind === 'reader' || address === null) return null;
  return {
    proof: proofOfWork,
    signs: async () => {
      const used = [limits.commentsFromAddress, limits.guestsFromAddress].map((limit) => limit.usedBy(address));
      return {
        arrived: now().getTime() - author.createdAt.getTime() < ARRIVED_MS,
        fromAddress: Math.max(...(await Promise.all(used))),
      };
    },
  };
}

/**
 * Lets a request that is sent again while the first is under way wait for it, so that it finds what the first has stored
 * instead of being checked, and counted against the limits, as if it were another one.
 */
function oneAtATime(post: ThreadUseCases['submit']): ThreadUseCases['submit'] {
  const under = new Map<string, Promise<unknown>>();
  return async (from) => {
    if (from.key === undefined) return post(from);
    const id = `${from.author._id}\n${from.key}`;
    while (under.has(id)) await under.get(id);
    const work = post(from);
    under.set(
      id,
      work.catch(() => undefined).finally(() => under.delete(id)),
    );
    return work;
  };
}

export function passageUseCases({ store }: Parts): PassageUseCases {
  return {
    async passages(site, threadKey) {
      const counted = await store.comments.passagesOf(threadIdOf(site.id, threadKey), PASSAGES_MAX);
      return { items: counted.map(({ _id, n }) => ({ passage: _id, count: n })) };
    },
  };
}

export function readerUseCases(parts: Parts): ReaderUseCases {
  const { store, bus, now } = parts;
  return {
    inbox: (person, cursor) => readInbox(store, person._id, cursor),
    markRead: (person, which) => markRead({ ...store, bus, now }, person._id, which),
    async readWarning(person, sanctionId) {
      const after = await readWarning(sanctionDeps(parts), person._id, sanctionId);
      return { standing: readerStanding(after, now()) };
    },
  };
}
