import type { CommentId, PersonId } from '../../shared/ids.ts';
import type { SanctionOrder } from '../../shared/people.ts';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import { identityOf, type Identity } from '../moderation/standing.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { PeopleStore, PersonDoc, Sanction } from '../storage/people.ts';
import type { SanctionAct, SanctionStore } from '../storage/sanctions.ts';
import { keepActs } from './keep-acts.ts';
import { endOf, inForce, isMinor } from './sanctions.ts';

export interface SanctionDeps {
  people: Pick<PeopleStore, 'byId' | 'sanction' | 'clearSanctionOutbox'>;
  sanctions: Pick<SanctionStore, 'append' | 'byIdem'>;
  comments: { byId(id: CommentId): Promise<CommentDoc | null> };
  /** Called once a change is stored, before it is answered; must not fail. */
  changed: (person: PersonDoc) => void;
  now: () => Date;
}

/** Who acts, and whether they decide about grave sanctions. */
export interface Sanctioner {
  id: string;
  name: string;
  mayGrave: boolean;
}

/** What an act makes of a person as they stand now. */
type Plan = Omit<SanctionAct, '_id' | 'idem' | 'siteId' | 'personId' | 'seq' | 'at'> & { standing: Sanction[] };

/** How often an act is tried again when others are faster. */
const ATTEMPTS = 8;

/**
 * Does something about a person for something they wrote: a single guarded update that holds what counts from now on and the act
 * itself. What stood of the same kind is replaced. Sent again with its Idempotency-Key, it is answered as the first time.
 * @throws Problem `not-found`, `validation-failed`, `not-allowed`, `sanctions-changed`, `idempotency-key-reused`
 */
export async function impose(
  deps: SanctionDeps,
  by: Sanctioner,
  { personId, order, key }: { personId: PersonId; order: SanctionOrder; key: string | undefined },
): Promise<PersonDoc> {
  const { kind, codes, note = null, remark = null, commentId, rev } = order;
  const identity = identityOf(by.id, key, [personId, order]);
  return act(deps, { personId, identity }, async (person, at) => {
    const until = endOf(order, at);
    if (!by.mayGrave && !isMinor({ kind, at, until })) return 'not-allowed';
    if ((person.sanctions?.v ?? 0) !== order.expectedV) return 'sanctions-changed';
    await requireCause(deps, order, personId);
    const standing = inForce(person, at);
    const before = standing.find((sanction) => sanction.kind === kind);
    if (before !== undefined && !by.mayGrave && !isMinor(before)) return 'not-allowed';
    const who = { id: by.id, name: by.name };
    const given = [...new Set(codes)];
    const sanction = { id: identity.eventId, kind, at, by: who, codes: given, note, until, commentId, rev };
    return {
      ...{ act: 'imposed', sanctionId: identity.eventId, kind, by: { kind: 'user', ...who } },
      ...{ codes: given, note, remark, until, commentId, rev },
      ...(before === undefined ? {} : { replaces: before.id }),
      standing: [...standing.filter((other) => other !== before), sanction],
    };
  });
}

/** A sanction is for something this person wrote, and names the text that was read. */
async function requireCause(deps: SanctionDeps, { commentId, rev }: SanctionOrder, personId: PersonId): Promise<void> {
  const comment = await deps.comments.byId(commentId);
  const path = comment?.authorId !== personId ? 'commentId' : rev > comment.rev ? 'rev' : null;
  if (path !== null) throw new Problem('validation-failed', { errors: [{ path, code: 'invalid' }] });
}

/**
 * Ends a sanction before its time.
 * @throws Problem `not-found`, `not-allowed`, `sanction-over`, `idempotency-key-reused`
 */
export async function lift(
  deps: SanctionDeps,
  by: Sanctioner,
  what: { personId: PersonId; sanctionId: string; remark: string | undefined; key: string | undefined },
): Promise<PersonDoc> {
  const { personId, sanctionId, remark = null, key } = what;
  const identity = identityOf(by.id, key, [personId, 'lift', sanctionId, remark]);
  return act(deps, { personId, identity }, (person, at) => {
    const ended = endedBy(person, sanctionId, at);
    if (ended === null) return 'sanction-over';
    if (!by.mayGrave && !isMinor(ended.sanction)) return 'not-allowed';
    return { ...ended.plan, act: 'lifted', by: { kind: 'user', id: by.id, name: by.name }, remark };
  });
}

/**
 * The person has read a warning, which ends it. One that has ended already is no fault of theirs.
 * @throws Problem `not-found`
 */
export async function readWarning(deps: SanctionDeps, personId: PersonId, sanctionId: string): Promise<PersonDoc> {
  const identity = { eventId: `${sanctionId}:read` };
  return act(deps, { personId, identity }, (person, at) => {
    const ended = endedBy(person, sanctionId, at);
    if (ended?.sanction.kind !== 'warn') return null;
    return { ...ended.plan, act: 'read', by: { kind: 'author', id: personId, name: person.name ?? '' } };
  });
}

/** What stands without one sanction, and the act that ends it but for who does it and how. */
function endedBy(
  person: PersonDoc,
  sanctionId: string,
  at: Date,
): { sanction: Sanction; plan: Omit<Plan, 'act' | 'by'> } | null {
  const standing = inForce(person, at);
  const sanction = standing.find(({ id }) => id === sanctionId);
  if (sanction === undefined) return null;
  const { kind, commentId, rev } = sanction;
  const plan = { sanctionId, kind, commentId, rev, codes: [], note: null, remark: null, until: null };
  return { sanction, plan: { ...plan, standing: standing.filter((other) => other !== sanction) } };
}

/**
 * Carries out one act on one person, planned anew when somebody was faster.
 * @param plan null: there is nothing to do
 */
async function act(
  deps: SanctionDeps,
  { personId, identity }: { personId: PersonId; identity: Identity },
  plan: (person: PersonDoc, at: Date) => Promise<Plan | ProblemCode | null> | Plan | ProblemCode | null,
): Promise<PersonDoc> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const person = await deps.people.byId(personId);
    if (person === null) throw new Problem('not-found');
    if (await isDone(deps, person, identity)) return person;
    const at = deps.now();
    const planned = await plan(person, at);
    if (planned === null) return person;
    if (typeof planned === 'string') throw new Problem(planned);
    const { standing, ...what } = planned;
    const { eventId: _id, idem } = identity;
    const seq = (person.sanctions?.v ?? 0) + 1;
    const of = { _id, siteId: person.siteId, personId, seq, at, ...(idem === undefined ? {} : { idem }) };
    const after = await deps.people.sanction(personId, standing, { ...of, ...what });
    if (after === null) continue;
    deps.changed(after);
    await keepActs(deps, after);
    return after;
  }
  throw new Problem('sanctions-changed');
}

/** Whether this very act was done before. It is in the outbox, or it has been kept already, which is looked at second. */
async function isDone(deps: SanctionDeps, person: PersonDoc, { eventId, idem }: Identity): Promise<boolean> {
  if (idem === undefined) return false;
  const done = person.sanctions?.outbox.find((kept) => kept.idem === idem) ?? (await deps.sanctions.byIdem(idem));
  if (done === null) return false;
  if (done._id !== eventId) throw new Problem('idempotency-key-reused');
  await keepActs(deps, person);
  return true;
}
