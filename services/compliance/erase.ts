import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { ErasureRequest, ErasureState, ErasureView } from '../../shared/own.ts';
import { Problem } from '../../shared/problem.ts';
import type { Claimed } from '../comments/own-comment.ts';
import { placeOf } from '../cursor.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import { keepActs } from '../people/keep-acts.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ErasureDoc, ErasureStore } from '../storage/erasures.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import type { SanctionStore } from '../storage/sanctions.ts';
import { KEPT, pages, type KeptDeps } from './kept.ts';

export interface EraseDeps extends KeptDeps {
  erasures: ErasureStore;
  comments: KeptDeps['comments'] & Pick<CommentStore, 'countStanding' | 'wipe'>;
  people: KeptDeps['people'] & Pick<PeopleStore, 'forget' | 'clearSanctionOutbox'>;
  sanctions: KeptDeps['sanctions'] & Pick<SanctionStore, 'append'>;
  grants: { removeOf(personId: string): Promise<void> };
  /** Takes one comment of the person back, as they would themselves. */
  withdraw: (own: Claimed) => Promise<unknown>;
  /** So many days moderators can still read what is taken back on a site. */
  withdrawnDays: (siteId: SiteId) => Promise<number>;
  /** Called when a person can be nobody here any more: what remembers them or listens in their name has to end. */
  ended: (personId: PersonId) => void;
  /** The service stops: whatever is left goes on with the next start. */
  stopping: AbortSignal;
  /** What is under way here. */
  underWay: Set<Promise<void>>;
  log: Logger;
  now: () => Date;
}

/** Withdrawn at a time. The store commits what comes together in one go. */
const AT_ONCE = 24;
const LEASE_MS = 15_000;
/**
 * After so long nothing comes any more from somebody who is forgotten: another process may have believed their token for a minute,
 * and a post may have been on its way. Then it is all looked at once more. Milliseconds.
 */
const SETTLED_MS = 90_000;

/** What an erasure would be about now, and how far the last one is. */
export async function readErasure(deps: EraseDeps, { _id, siteId }: PersonDoc): Promise<ErasureState> {
  const [count, doc, days] = await Promise.all([
    deps.comments.countStanding(_id),
    deps.erasures.byId(_id),
    deps.withdrawnDays(siteId),
  ]);
  return { count, days, erasure: doc === null ? null : view(doc, count) };
}

function view({ what, at, state, total }: ErasureDoc, standing: number): ErasureView {
  // Counted, not added up: it cannot be wrong however often the work was cut off.
  const done = state === 'done' ? total : Math.min(total, Math.max(0, total - standing));
  return { what, at: at.toISOString(), state, total, done };
}

/**
 * Begins to delete all comments of a person, or all there is about them; it goes on by itself, also if this process is killed. Asked
 * again while it is under way, it is the same. Who asks to be forgotten is nobody from the moment this resolves.
 * @throws Problem `confirm-number` with the present number of comments, when that is not the one the person has confirmed
 */
export async function erase(
  deps: EraseDeps,
  { _id, siteId }: PersonDoc,
  { what, count }: ErasureRequest,
): Promise<ErasureView> {
  const [standing, known] = await Promise.all([deps.comments.countStanding(_id), deps.erasures.byId(_id)]);
  if (known?.state === 'running' && (known.what === what || known.what === 'everything')) return view(known, standing);
  if (count !== standing) throw new Problem('confirm-number', { extensions: { count: standing } });
  const at = deps.now();
  const asked: ErasureDoc = {
    ...{ _id, siteId, what, at, total: standing, state: 'running' },
    leaseUntil: new Date(at.getTime() + LEASE_MS),
    ...(what === 'everything' ? { alias: newId<PersonId>() } : {}),
  };
  const doc = await deps.erasures.begin(asked);
  if (what === 'everything') await endPerson(deps, doc);
  begin(deps, doc);
  return view(doc, standing);
}

/** Goes on with what a killed process has left. */
export async function resumeErasures(deps: EraseDeps): Promise<void> {
  for (const doc of await deps.erasures.lapsed(deps.now())) {
    const leaseUntil = new Date(deps.now().getTime() + LEASE_MS);
    if (await deps.erasures.lease(doc, leaseUntil)) begin(deps, { ...doc, leaseUntil });
  }
}

function begin(deps: EraseDeps, doc: ErasureDoc): void {
  const working = work(deps, doc).finally(() => deps.underWay.delete(working));
  deps.underWay.add(working);
}

/** Every step can be repeated, so it is all done again after it was cut off. What fails is taken up when its lease lapses. */
async function work(deps: EraseDeps, begun: ErasureDoc): Promise<void> {
  let doc = begun;
  const hold = async (until: Date): Promise<boolean> => {
    if (deps.stopping.aborted || !(await deps.erasures.lease(doc, until))) return false;
    doc = { ...doc, leaseUntil: until };
    return true;
  };
  const forgets = begun.what === 'everything';
  try {
    if (forgets) await endPerson(deps, doc);
    for await (const comments of pages((at) => deps.comments.ofAuthor(doc._id, at), placeOf)) {
      if (!(await hold(new Date(deps.now().getTime() + LEASE_MS)))) return;
      await withdrawAll(deps, doc, forgets ? comments : comments.filter(({ createdAt }) => createdAt <= doc.at));
      if (deps.stopping.aborted) return;
      const ids = comments.map(({ _id }) => _id);
      if (forgets) await deps.comments.wipe(ids, { at: deps.now(), named: true });
    }
    if (forgets) {
      for (const { forget } of Object.values(KEPT)) await forget(deps, doc._id, doc.alias ?? doc._id);
      const settled = new Date(doc.at.getTime() + SETTLED_MS);
      if (deps.now() < settled) return void (await hold(settled));
    }
    await deps.erasures.finish(doc);
  } catch (err) {
    deps.log.warn({ err, person: doc._id }, 'an erasure was interrupted; it goes on by itself');
  }
}

async function withdrawAll(deps: EraseDeps, { _id, siteId }: ErasureDoc, comments: CommentDoc[]): Promise<void> {
  const left = comments.filter(({ mod }) => mod.outcome?.kind !== 'withdrawn');
  for (let from = 0; from < left.length && !deps.stopping.aborted; from += AT_ONCE) {
    const some = left.slice(from, from + AT_ONCE);
    await Promise.all(some.map((one) => deps.withdraw({ siteId, personId: _id, commentId: one._id })));
  }
}

/** Nobody can be this person any more, and nothing says who they were. */
async function endPerson(deps: EraseDeps, { _id, at }: ErasureDoc): Promise<void> {
  await deps.people.forget(_id, at);
  await deps.grants.removeOf(_id);
  await deps.readerSessions.endAll(_id, { but: null, at: deps.now() });
  deps.ended(_id);
  const person = await deps.people.byId(_id);
  if (person !== null) await keepActs(deps, person);
}
