import type { ReportCreate } from '../../shared/comment.ts';
import type { CommentId, PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site, SiteSettings } from '../../shared/site.ts';
import { newId } from '../ids.ts';
import { readReporterRecord } from '../people/reporter-record.ts';
import type { CommentDoc, Flags } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ReportStore } from '../storage/reports.ts';
import { moderate, type ModerateDeps } from './moderate.ts';
import { priorityOf } from './priority.ts';
import { eventOf, leftOf, stateOf, tellAt } from './standing.ts';
import { transition, type ModerationCommand } from './transitions.ts';

export interface ReportDeps extends ModerateDeps {
  comments: ModerateDeps['comments'] & Pick<CommentStore, 'countFlags'>;
  reports: Pick<ReportStore, 'idOf' | 'byId' | 'insert' | 'sum' | 'countOf'>;
  /** Throws `rate-limited` when this person has reported too much. */
  admit: () => Promise<void>;
}

/** Others may be counting the same reports; each time somebody else's count is at least as new. */
const ATTEMPTS = 8;

/**
 * One reader's report of a comment in sight. Sent again, it is the same report. Below the site's thresholds it is only counted;
 * at each of them something is done, once, however many report at the same moment and wherever.
 * @param by `address` is a keyed hash of where it comes from, null for this machine itself
 * @throws Problem `not-found` for whatever this reader cannot see, `not-allowed` for their own comment, `rate-limited`
 */
export async function report(
  deps: ReportDeps,
  by: { site: Site; personId: PersonId; address: string | null },
  { commentId, reason, note }: ReportCreate & { commentId: CommentId },
): Promise<void> {
  const doc = await deps.comments.byId(commentId);
  if (doc?.siteId !== by.site.id) throw new Problem('not-found');
  const { rev } = doc;
  const id = deps.reports.idOf({ commentId, rev, personId: by.personId });
  const known = await deps.reports.byId(id);
  // Whoever reported it before gets the same answer, also when that has hidden it meanwhile.
  if (known === null) {
    if (doc.mod.vis !== 'visible') throw new Problem('not-found');
    if (doc.authorId === by.personId) throw new Problem('not-allowed');
    await deps.admit();
    await deps.reports.insert({
      ...{ _id: id, commentId, rev, personId: by.personId, siteId: doc.siteId, reason, note: note || null },
      weight: (await readReporterRecord(deps.reports, by.personId)).weight,
      at: deps.now(),
      ...(by.address === null ? {} : { from: by.address }),
    });
  }
  await follow(deps, doc, by.site.settings.review);
}

/** Counts the reports of a comment's text, and does what they are enough for. */
async function follow(
  deps: ReportDeps,
  { _id: commentId, rev }: Pick<CommentDoc, '_id' | 'rev'>,
  settings: SiteSettings['review'],
): Promise<void> {
  const doc = await count(deps, commentId, rev);
  if (doc === null || (await dueFor(deps, doc, settings)) === null) return;
  const identity = { eventId: newId() };
  await moderate(deps, {
    commentId,
    identity,
    once: false,
    async plan(now) {
      const command = now.rev === rev ? await dueFor(deps, now, settings) : null;
      // Somebody else's report has done it, or a moderator has decided.
      if (command === null) return 'invalid-transition';
      const next = transition(stateOf(now), command);
      if (!next.ok) return next.error;
      const at = deps.now();
      const actor = { kind: 'readers' as const, id: 'reports', name: 'reports' };
      return {
        left: leftOf(now, next.to, {
          ...{ at, flagged: { at, hidden: command.hides } },
          // Its author is told that it waits, unless somebody has looked by then.
          ...(command.hides ? { tellAt: tellAt(at) } : {}),
        }),
        event: eventOf(now, next.to, { identity, type: next.event, at, actor }),
      };
    },
  }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
}

/** The comment with its reports counted; null where the text is another one by now. */
async function count(deps: ReportDeps, commentId: CommentId, rev: number): Promise<CommentDoc | null> {
  for (let attempt = 1; ; attempt += 1) {
    const doc = await deps.comments.byId(commentId);
    if (doc?.rev !== rev) return null;
    const flags = await deps.reports.sum(commentId, rev, null);
    if ((doc.mod.flags?.count ?? 0) >= flags.count || attempt > ATTEMPTS) return doc;
    const counted = await deps.comments.countFlags(doc, flags, placeOf(doc, flags));
    if (counted !== null) return counted;
  }
}

function placeOf({ mod }: CommentDoc, { weight }: Flags): Pick<CommentDoc['mod'], 'priority' | 'priorityParts'> {
  if (mod.priority === undefined) return {};
  const { total, parts } = priorityOf(mod.verdict, { flagWeight: weight });
  return { priority: total, priorityParts: { ...parts } };
}

/**
 * What the reports of a comment are enough for and has not been done yet. What a person has approved as it is, is not hidden by
 * reports any more, and only those that came afterwards bring it up again.
 */
async function dueFor(
  deps: Pick<ReportDeps, 'reports'>,
  { _id, rev, mod }: CommentDoc,
  { queueReports, hideReports }: SiteSettings['review'],
): Promise<(ModerationCommand & { kind: 'flag' }) | null> {
  const approvedAt = mod.outcome?.kind === 'approved' && mod.outcome.rev === rev ? mod.outcome.at : null;
  const { weight } = approvedAt === null ? (mod.flags ?? { weight: 0 }) : await deps.reports.sum(_id, rev, approvedAt);
  const done = mod.flagged !== undefined && (approvedAt === null || mod.flagged.at > approvedAt) ? mod.flagged : null;
  const hides = hideReports > 0 && weight >= hideReports && approvedAt === null && mod.vis === 'visible';
  if (hides && done?.hidden !== true) return { kind: 'flag', hides: true };
  return weight >= queueReports && done === null ? { kind: 'flag', hides: false } : null;
}
