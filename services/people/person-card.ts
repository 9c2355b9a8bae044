import type { PersonId } from '../../shared/ids.ts';
import type { PersonCard, SanctionView } from '../../shared/people.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import { LOOK_BACK_DAYS, readRecord } from '../moderation/author-facts.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PersonDoc, Sanction } from '../storage/people.ts';
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
  const standing = inForce(person, now);
  const causes = await deps.comments.byIds([...new Set([...acts, ...standing].map(({ commentId }) => commentId))]);
  return {
    id,
    site: { id: siteId, name: site?.name ?? siteId },
    kind: person.kind,
    name: person.name,
    names: namesOf(person),
    since: person.createdAt.toISOString(),
    figures: {
      ...{ published, held, refused, days: LOOK_BACK_DAYS },
      ...{ decided: record.decided, refusedLately: record.refused, strikes: record.strikes },
    },
    v: person.sanctions?.v ?? 0,
    sanctions: historyOf({ acts, standing, causes }),
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

type Given = Sanction & Pick<SanctionAct, 'remark'>;

/** The sanctions of a person and what has become of them, out of what was done and what stands; the newest first. */
function historyOf(of: { acts: SanctionAct[]; standing: Sanction[]; causes: CommentDoc[] }): SanctionView[] {
  const { acts, standing, causes } = of;
  const inForceNow = new Set(standing.map(({ id }) => id));
  const causeById = new Map(causes.map((comment) => [comment._id, comment]));
  const shown = acts.filter(({ act }) => act === 'imposed').map((act): Given => ({ ...act, id: act._id }));
  // What counts is shown however long ago it was given, or if its act is on its way still; its remark is with the act.
  const known = new Set(shown.map(({ id }) => id));
  const others = standing.filter(({ id }) => !known.has(id)).map((sanction): Given => ({ ...sanction, remark: null }));
  return [...shown, ...others]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map((given) => ({
      ...{ id: given.id, kind: given.kind, at: given.at.toISOString(), by: { id: given.by.id, name: given.by.name } },
      ...{ codes: given.codes, note: given.note, remark: given.remark, until: given.until?.toISOString() ?? null },
      comment: { id: given.commentId, rev: given.rev, ...textOf(causeById.get(given.commentId), given.rev) },
      ended: inForceNow.has(given.id) ? null : endOf(given, acts),
    }));
}

function endOf(given: Given, acts: SanctionAct[]): SanctionView['ended'] {
  const ending = acts.find(
    ({ act, sanctionId, replaces }) => replaces === given.id || (act !== 'imposed' && sanctionId === given.id),
  );
  if (ending === undefined) {
    return { how: 'expired', at: (given.until ?? given.at).toISOString(), by: null, remark: null };
  }
  const how = ending.act === 'imposed' ? 'replaced' : ending.act;
  const by = ending.act === 'read' ? null : { id: ending.by.id, name: ending.by.name };
  return { how, at: ending.at.toISOString(), by, remark: ending.remark };
}

/** A comment's text as it was in one revision, and what was found in it; null where it is not kept. */
function textOf(comment: CommentDoc | undefined, rev: number): Pick<SanctionView['comment'], 'text' | 'hits'> {
  if (comment === undefined || comment.mod.vis === 'erased' || comment.text === '') return { text: null, hits: [] };
  if (comment.rev === rev) return { text: comment.text, hits: comment.mod.verdict.hits };
  const { text = null, hits = [] } = comment.revs?.find((earlier) => earlier.rev === rev) ?? {};
  return { text, hits };
}
