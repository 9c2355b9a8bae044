import { join } from 'node:path';
import { expect } from '@jest/globals';
import { connect } from './embedded-store.ts';
import { until } from './until.ts';

const SITE = 'ferme';
/** So many that it takes some hundred steps. */
const COMMENTS = 3000;
/** All of it has been felt everywhere, so that nothing is waited for (`SETTLED_MS`). */
const BEGUN_MS_AGO = 12 * 60_000;
/** When the lease ends, for whoever looks: anybody may take it up, or nobody. */
const [ANYBODY, NOBODY] = [new Date(1), new Date('2100-01-01')];

type Site = { _id: string; removal?: { left: number; leaseUntil: Date } };
type Db = ReturnType<Awaited<ReturnType<typeof connect>>['db']>;

async function withStore<T>(uri: string, use: (db: Db) => Promise<T>): Promise<T> {
  const client = await connect(uri);
  try {
    return await use(client.db('tribune'));
  } finally {
    await client.close();
  }
}

/** Leaves a site in a store whose removal was begun by a process that is gone. */
export async function leaveRemoval(uri: string): Promise<void> {
  const at = new Date(Date.now() - BEGUN_MS_AGO);
  const comments = Array.from({ length: COMMENTS }, (_, i) => ({
    _id: `c-${i}`,
    siteId: SITE,
    threadId: `t-${i % 7}`,
  }));
  await withStore(uri, async (db) => {
    await db.collection<{ _id: string }>('comments').insertMany(comments);
    const votes = comments.map(({ _id }) => ({ _id: `v-${_id}`, commentId: _id, personId: _id }));
    await db.collection<{ _id: string }>('votes').insertMany(votes);
    const by = { id: 'gone', name: 'Inès Vidal' };
    const removal = { by, at, name: 'Fermé', total: COMMENTS, left: COMMENTS, leaseUntil: NOBODY };
    const site = { _id: SITE, name: 'Fermé', lang: 'fr', origins: [], closed: true, settings: {}, removal };
    await db.collection<Site>('sites').insertOne(site);
  });
}

/** The removal of a site that is killed with the service, again and again. */
export function watchRemoval(dataDir: string) {
  const uri = `mongodb://${encodeURIComponent(join(dataDir, 'store/run/mongo.sock'))}/tribune`;
  let left = COMMENTS;
  const lease = (db: Db, leaseUntil: Date): Promise<unknown> =>
    db.collection<Site>('sites').updateOne({ _id: SITE }, { $set: { 'removal.leaseUntil': leaseUntil } });
  return {
    /** Nothing more goes until `goesOn`. */
    rests: (): Promise<unknown> => withStore(uri, (db) => lease(db, NOBODY)),
    /** Until what runs now has gone on with it, and is in the middle of it. */
    goesOn: (): Promise<void> =>
      withStore(uri, async (db) => {
        await lease(db, ANYBODY);
        const now = await until(async () => {
          const count = await db.collection('comments').countDocuments({ siteId: SITE });
          return count < left ? { count } : null;
        }, `fewer than ${left} comments of the removed site`);
        left = now.count;
        expect(left).toBeGreaterThan(0);
      }),
    /** Until nothing of it is left, and its id is free. */
    ends: (): Promise<void> =>
      withStore(uri, async (db) => {
        await lease(db, ANYBODY);
        await until(
          async () => (await db.collection<Site>('sites').findOne({ _id: SITE })) === null,
          'the site is gone',
        );
        expect(await db.collection('comments').countDocuments({ siteId: SITE })).toBe(0);
        expect(await db.collection<{ _id: string }>('votes').countDocuments({ _id: /^v-c-/ })).toBe(0);
      }),
  };
}
