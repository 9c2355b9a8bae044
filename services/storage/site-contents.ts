import type { Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';

/** What a rule looks at in a document to know whose it is. */
interface Looked {
  _id: string;
  siteId?: string | null;
  sites?: readonly string[];
  invite?: { sites?: readonly string[] };
}

/**
 * How a collection tells what is a site's.
 * - `own`: the id is the site's
 * - `indexed`: `siteId` says it, and an index leads there
 * - `pass`: the document says it, and no index leads there: all of the collection is looked through, in the order of its ids
 * - `with`: it belongs to a comment or a thread of the site, named by a field with an index, and goes before that does
 * - `none`: there is nothing of a site in it that has to go with it
 */
type Rule =
  | { by: 'own' | 'indexed' | 'none' }
  | { by: 'pass'; fields?: readonly (keyof Looked)[]; isOf?: (doc: Looked, siteId: string) => boolean }
  | { by: 'with'; of: 'comments' | 'threads'; field: '_id' | 'commentId' | 'threadId' };

const soleSite = ({ sites = [] }: Looked, siteId: string): boolean => sites.length === 1 && sites[0] === siteId;
const guestOrInvited = (doc: Looked, siteId: string): boolean =>
  doc.siteId === siteId || doc.invite?.sites?.includes(siteId) === true;
/** Mails from before it was kept whose they are go as well: nobody is meant to find anything there. */
const ofNoOther = ({ siteId: of }: Looked, siteId: string): boolean => of === undefined || of === siteId;

/**
 * Every collection of the database by its name, in the order in which they are emptied of a site. One that is missing here fails
 * the start of whoever opens the store (`requireAll`).
 */
const CONTENTS: Readonly<Record<string, Rule>> = {
  // Acts on comments of several sites stay: what they list leads nowhere then.
  bulk: { by: 'pass', fields: ['sites'], isOf: soleSite },
  // They go with their act, see below.
  bulk_parts: { by: 'none' },
  votes: { by: 'with', of: 'comments', field: 'commentId' },
  notifications: { by: 'with', of: 'comments', field: 'commentId' },
  reports: { by: 'with', of: 'comments', field: 'commentId' },
  comments: { by: 'indexed' },
  mod_events: { by: 'indexed' },
  letters: { by: 'pass' },
  dev_mail: { by: 'pass', isOf: ofNoOther },
  webhook_calls: { by: 'pass' },
  fanouts: { by: 'pass' },
  subscriptions: { by: 'pass' },
  sign_ins: { by: 'indexed' },
  reader_sessions: { by: 'pass' },
  identities: { by: 'pass' },
  grants: { by: 'pass', fields: ['siteId', 'invite'], isOf: guestOrInvited },
  sanctions: { by: 'indexed' },
  person_notes: { by: 'pass' },
  erasures: { by: 'pass' },
  people: { by: 'pass' },
  feeds: { by: 'with', of: 'threads', field: '_id' },
  reactions: { by: 'with', of: 'threads', field: 'threadId' },
  ratings: { by: 'with', of: 'threads', field: 'threadId' },
  threads: { by: 'indexed' },
  thread_acts: { by: 'indexed' },
  alert_states: { by: 'own' },
  site_accounts: { by: 'own' },
  setting_changes: { by: 'indexed' },
  site_changes: { by: 'indexed' },
  // The team's own; who may do something on the site is taken off it apart. The site itself goes when all this is done.
  moderators: { by: 'none' },
  team_changes: { by: 'none' },
  team_events: { by: 'none' },
  sites: { by: 'none' },
};
const STEPS = Object.entries(CONTENTS).filter(([, { by }]) => by !== 'none' && by !== 'with');

/** Deleted at a time, and of what has to be looked through, read. */
const AT_ONCE = 500;
const LOOKED_AT_ONCE = 2000;
/** Comments or threads that go at a time, with what belongs to them. */
const WITH_AT_ONCE = 100;

/** How far the emptying has come: which of the collections, and in one that is looked through, behind which document. */
export interface Emptying {
  step: number;
  after: string;
}

const BEGINNING: Emptying = { step: 0, after: '' };

/** What a step came to: where it goes on, null when all is done, and how many comments are gone with it. */
export interface Emptied {
  next: Emptying | null;
  comments: number;
}

export type SiteContentStore = ReturnType<typeof siteContentStore>;

/** What there is of a site, over all collections. */
export function siteContentStore(connection: Connection) {
  const collection = (name: string) => connection.collection<{ _id: string }>(name);
  const idsOf = async (name: string, filter: object, limit: number): Promise<string[]> => {
    const found = await collection(name)
      .find(filter, { projection: { _id: 1 }, limit })
      .toArray();
    return found.map(({ _id }) => _id);
  };
  const remove = async (name: string, field: string, ids: readonly (string | undefined)[]): Promise<number> =>
    ids.length === 0 ? 0 : (await collection(name).deleteMany({ [field]: { $in: ids } })).deletedCount;

  /** Deletes some of what belongs to these, if there is any left. */
  async function removeWith(of: string, ids: readonly string[]): Promise<boolean> {
    for (const [name, rule] of Object.entries(CONTENTS)) {
      if (rule.by !== 'with' || rule.of !== of) continue;
      const theirs = await idsOf(name, { [rule.field]: { $in: ids } }, AT_ONCE);
      if ((await remove(name, '_id', theirs)) > 0) return true;
    }
    return false;
  }

  async function removeIndexed(name: string, siteId: SiteId, at: Emptying): Promise<Emptied> {
    const hasOthers = name === 'comments' || name === 'threads';
    const ids = await idsOf(name, { siteId }, hasOthers ? WITH_AT_ONCE : AT_ONCE);
    if (ids.length === 0) return { next: after(at), comments: 0 };
    if (hasOthers && (await removeWith(name, ids))) return { next: at, comments: 0 };
    const gone = await remove(name, '_id', ids);
    return { next: at, comments: name === 'comments' ? gone : 0 };
  }

  async function removePassing(
    name: string,
    { fields = ['siteId'], isOf = (doc, of) => doc.siteId === of }: Extract<Rule, { by: 'pass' }>,
    { siteId, at }: { siteId: SiteId; at: Emptying },
  ): Promise<Emptied> {
    const projection = Object.fromEntries(
      [...fields, ...(name === 'bulk' ? ['parts'] : [])].map((field) => [field, 1]),
    );
    const docs = (await collection(name)
      .find({ _id: { $gt: at.after } }, { projection, limit: LOOKED_AT_ONCE, sort: { _id: 1 } })
      .toArray()) as (Looked & { parts?: string })[];
    const theirs = docs.filter((doc) => isOf(doc, siteId));
    if (name === 'bulk')
      await remove(
        'bulk_parts',
        'of',
        theirs.map(({ parts }) => parts),
      );
    await remove(
      name,
      '_id',
      theirs.map(({ _id }) => _id),
    );
    const last = docs.at(-1);
    return { next: last === undefined ? after(at) : { ...at, after: last._id }, comments: 0 };
  }

  return {
    countComments: (siteId: SiteId): Promise<number> => collection('comments').countDocuments({ siteId }),
    /** Deletes some of what a site has from there on, or from the beginning. It can be done again from the beginning, and by several at once. */
    async removeSome(siteId: SiteId, at: Emptying = BEGINNING): Promise<Emptied> {
      const [name, rule] = STEPS[at.step] ?? [];
      if (name === undefined || rule === undefined) return { next: null, comments: 0 };
      if (rule.by === 'pass') return removePassing(name, rule, { siteId, at });
      if (rule.by === 'indexed') return removeIndexed(name, siteId, at);
      await remove(name, '_id', [siteId]);
      return { next: after(at), comments: 0 };
    },
  };
}

function after({ step }: Emptying): Emptying | null {
  return step + 1 < STEPS.length ? { step: step + 1, after: '' } : null;
}

/** @throws Error for a collection of which nobody has said what becomes of it when a site is removed */
export function requireAll(collections: readonly string[]): void {
  const missing = collections.filter((name) => !(name in CONTENTS));
  if (missing.length > 0) throw new Error(`site-contents.ts does not say what is a site's in ${missing.join(', ')}`);
}
