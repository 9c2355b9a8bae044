import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { RetentionSettings } from '../../shared/site-retention.ts';
import type { Site, SiteSettings } from '../../shared/site.ts';
import type { Logger } from '../logger.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PeopleStore } from '../storage/people.ts';

export interface RetentionDeps {
  sites: () => Promise<Site[]>;
  comments: Pick<CommentStore, 'refusedUntil' | 'wipeRefused' | 'lastWrote'>;
  people: Pick<PeopleStore, 'guestsWithAddress' | 'keepAddress' | 'forgetAddress'>;
  /** Has what is remembered of a person read anew. */
  changed: (personId: PersonId) => void;
  log: Logger;
  now: () => Date;
}

interface SettingsChanged {
  before: Pick<SiteSettings, 'retention'>;
  after: Pick<SiteSettings, 'retention'>;
}

const DAY_MS = 24 * 3_600_000;
/** Wiped at once; the next run takes the next. */
const AT_ONCE = 200;
/** A site in which nothing was left to wipe is looked at again after so long. Days are what it is about. Milliseconds. */
const REST_MS = 60_000;

/** What has a time of its own: which setting says it, and how some of what is older goes. */
interface Kind {
  setting: keyof RetentionSettings;
  what: string;
  /** @returns whether there may be more, and how much has gone */
  wipe: (deps: RetentionDeps, siteId: SiteId, until: Date) => Promise<{ more: boolean; wiped: number }>;
}

/** What is withdrawn goes by the moment that its own comment names: wipe-withdrawn.ts. */
const KINDS: readonly Kind[] = [
  { setting: 'refusedDays', what: 'words of refused comments', wipe: wipeRefused },
  { setting: 'addressDays', what: 'addresses of guests', wipe: forgetAddresses },
];

/** Until when something has to be from to go by now; null where it is kept. */
export function keptUntil(days: number, now: Date): Date | null {
  return days === 0 ? null : new Date(now.getTime() - days * DAY_MS);
}

/** Whether less is kept by a number of days than by another; 0 keeps it for ever. */
export function isShorter(days: number, before: number): boolean {
  return days > 0 && (before === 0 || days < before);
}

/** Refused comments whose words go at once when settings take the place of others. Nothing brings them back. */
export async function countWiped(
  { comments, now }: { comments: Pick<CommentStore, 'countRefused'>; now: () => Date },
  siteId: SiteId,
  { before, after }: SettingsChanged,
): Promise<number> {
  const { refusedDays: days } = after.retention;
  const until = isShorter(days, before.retention.refusedDays) ? keptUntil(days, now()) : null;
  return until === null ? 0 : comments.countRefused(siteId, until);
}

/**
 * Wipes what sites have decided not to keep longer, some at a time; only sites that have are looked at. Several nodes may do it at once
 * and be killed anywhere: each update says by itself that it is still due, and is counted by who made it.
 * @returns one run, for a loop
 */
export function createRetention(deps: RetentionDeps): () => Promise<void> {
  /** Until when there is nothing to do, by site, setting and days: whoever shortens them is followed at once. */
  const restUntil = new Map<string, number>();
  return async () => {
    for (const { id: siteId, settings } of await deps.sites()) {
      for (const { setting, what, wipe } of KINDS) {
        const days = settings.retention[setting];
        const now = deps.now();
        const until = keptUntil(days, now);
        const key = `${siteId} ${setting} ${days}`;
        if (until === null || (restUntil.get(key) ?? 0) > now.getTime()) continue;
        const { more, wiped } = await wipe(deps, siteId, until);
        if (!more) restUntil.set(key, now.getTime() + REST_MS);
        if (wiped > 0) deps.log.info({ site: siteId, days, wiped }, `wiped: ${what}`);
      }
    }
  };
}

async function wipeRefused(
  { comments, now }: RetentionDeps,
  siteId: SiteId,
  until: Date,
): Promise<{ more: boolean; wiped: number }> {
  const ids = await comments.refusedUntil(siteId, until, AT_ONCE);
  const wiped = ids.length === 0 ? 0 : await comments.wipeRefused(ids, { until, at: now() });
  return { more: ids.length === AT_ONCE, wiped };
}

/** The address goes if its guest has not written since; otherwise it is noted when they last did, and not looked at until that is due. */
async function forgetAddresses(
  deps: RetentionDeps,
  siteId: SiteId,
  until: Date,
): Promise<{ more: boolean; wiped: number }> {
  const guests = await deps.people.guestsWithAddress(siteId, AT_ONCE);
  const due = guests.filter(({ addressAt }) => addressAt === undefined || addressAt <= until);
  const gone = await Promise.all(
    due.map(async (guest) => {
      const at = (await deps.comments.lastWrote(guest._id)) ?? guest.createdAt;
      if (at > until) return deps.people.keepAddress(guest, at).then(() => false);
      const isGone = await deps.people.forgetAddress(guest);
      if (isGone) deps.changed(guest._id);
      return isGone;
    }),
  );
  return { more: due.length === AT_ONCE, wiped: gone.filter(Boolean).length };
}
