import type { PersonId } from '../../shared/ids.ts';
import type { PersonCard, SanctionView } from '../../shared/people.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import { LOOK_BACK_DAYS, readRecord } from '../moderation/author-facts.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { PersonNoteDoc } from '../storage/person-notes.ts';
import type { ReportStore } from '../storage/reports.ts';
import type { SanctionAct } from '../storage/sanctions.ts';
import { readReporterRecord } from './reporter-record.ts';
import { inForce } from './sanctions.ts';

export interface PersonCardDeps {
  people: { byId(id: PersonId): Promise<PersonDoc | null> };
  comments: Pick<CommentStore, 'byIds' | 'countByAuthor' | 'countHeld' | 'refusalsOf' | 'countApproved'>;
  sanctions: { ofPerson(id: PersonId, limit: number): Promise<SanctionAct[]> };
  personNotes: { ofPerson(id: PersonId, limit: number): Promise<PersonNoteDoc[]> };
  reports: Pick<ReportStore, 'countOf'>;
  siteById: (id: string) => Promise<Site | null>;
  now: () => Date;
}

/** What is shown of a long history; nobody reads further back, and the log of sanctions has the rest. */
const ACTS_SHOWN = 100;
const NOTES_SHOWN = 100;

/** @throws Problem `not-found` */
export async function readPerson(deps: PersonCardDeps, id: PersonId): Promise<PersonCard> {
  const person = await deps.people.byId(id);
  if (person === null) throw new Problem('not-found');
  return personCard(deps, person);
}

export async function personCard(deps: PersonCardDeps, person: PersonDoc): Promise<PersonCard> {
  const { _id: id, siteId } = person;
  const now = deps.now();
  const [site, published, refused, held, record, acts, notes, reports] = await Promise.all([
    deps.siteById(siteId),
    deps.comments.countByAuthor(id, 'published'),
    deps.comments.countByAuthor(id, 'refused'),
    deps.comments.countHeld(id),
    readRecord(deps.comments, { authorId: id, now, isAsked: () => true }),
    deps.sanctions.ofPerson(id, ACTS_SHOWN),
    deps.personNotes.ofPerson(id, NOTES_SHOWN),
    readReporterRecord(deps.reports, id),
  ]);
  const causes = await deps.comments.byIds([...new Set(acts.map(({ commentId }) => commentId))]);
  return {
    id,
    site: { id: siteId, name: site?.name ?? siteId },
    name: person.name,
    names: namesOf(person),
    since: person.createdAt.toISOString(),
    figures: {
      ...{ published, held, refused, days: LOOK_BACK_DAYS },
      ...{ decided: record.decided, refusedLately: record.refused, strikes: record.strikes },
    },
    v: person.sanctions?.v ?? 0,
    sanctions: historyOf({ acts, person, now, causes }),
    notes: notes.map(({ _id, at, by, text }) => ({ id: _id, at: at.toISOString(), by, text })),
    reports,
  };
}

/** Names a person has used, each once, the newest first. */
export function namesOf({ names = [], name, createdAt }: PersonDoc): PersonCard['names'] {
  const used = names.length === 0 && name !== null ? [{ name, at: createdAt }] : names;
  const newest = new Map<string, string>();
  for (const one of used.toReversed()) if (!newest.has(one.name)) newest.set(one.name, one.at.toISOString());
  return [...newest].map(([one, at]) => ({ name: one, at }));
}

/** Every sanction of a person and what has become of it, out of what was done; the newest first. */
function historyOf(of: { acts: SanctionAct[]; person: PersonDoc; now: Date; causes: CommentDoc[] }): SanctionView[] {
  const { acts, person, now, causes } = of;
  const standing = new Set(inForce(person, now).map(({ id }) => id));
  const causeById = new Map(causes.map((comment) => [comment._id, comment]));
  return acts
    .filter(({ act }) => act === 'imposed')
    .map((act) => ({
      ...{ id: act._id, kind: act.kind, at: act.at.toISOString(), by: { id: act.by.id, name: act.by.name } },
      ...{ codes: act.codes, note: act.note, remark: act.remark, until: act.until?.toISOString() ?? null },
      comment: { id: act.commentId, rev: act.rev, text: textOf(causeById.get(act.commentId), act.rev) },
      ended: standing.has(act._id) ? null : endOf(act, acts),
    }));
}

function endOf(imposed: SanctionAct, acts: SanctionAct[]): SanctionView['ended'] {
  const ending = acts.find(
    ({ act, sanctionId, replaces }) =>
      replaces === imposed._id || (act !== 'imposed' && sanctionId === imposed.sanctionId),
  );
  if (ending === undefined) {
    return { how: 'expired', at: (imposed.until ?? imposed.at).toISOString(), by: null, remark: null };
  }
  const how = ending.act === 'imposed' ? 'replaced' : ending.act;
  const by = ending.act === 'read' ? null : { id: ending.by.id, name: ending.by.name };
  return { how, at: ending.at.toISOString(), by, remark: ending.remark };
}

/** A comment's text as it was in one revision; null where it is not kept. */
function textOf(comment: CommentDoc | undefined, rev: number): string | null {
  if (comment === undefined || comment.mod.vis === 'erased') return null;
  if (comment.rev === rev) return comment.text;
  return comment.revs?.find((earlier) => earlier.rev === rev)?.text ?? null;
}
