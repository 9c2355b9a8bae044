import type { Logger } from '../logger.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ReportDoc, ReportStore } from '../storage/reports.ts';

export interface TellDeps {
  comments: Pick<CommentStore, 'toTell' | 'told'>;
  reports: Pick<ReportStore, 'ofTexts' | 'setOutcome'>;
  /** Tells a reader what became of their report; null when that was taken back. Told twice is told once. */
  notice: (
    comment: CommentDoc,
    what: { personId: string; outcome: NonNullable<ReportDoc['outcome']>['kind'] | null },
  ) => Promise<void>;
  /** Tells authors what became of their comments as they stand now, no two comments of one author. Told twice is told once. */
  tellAuthors: (comments: readonly CommentDoc[]) => Promise<void>;
  now: () => Date;
  log: Logger;
}

/** Told at once; the next run takes the next. */
const AT_ONCE = 100;

/**
 * Does what follows from decisions once they have stood for some seconds, so that one that is taken back at once has no effect.
 * It goes by where a comment stands now, not by what happened to it: it may be killed anywhere and done by several nodes, and
 * what was told of a decision that was taken back late is put right the same way.
 */
export async function tell(deps: TellDeps): Promise<void> {
  const docs = await deps.comments.toTell(deps.now(), AT_ONCE);
  if (docs.length === 0) return;
  const reports = await deps.reports.ofTexts(docs);
  const about = ({ _id, rev }: CommentDoc): ReportDoc[] =>
    reports.filter((report) => report.commentId === _id && report.rev === rev);
  const tellOf = async (some: readonly CommentDoc[]): Promise<readonly CommentDoc[]> => {
    try {
      await Promise.all(some.map((doc) => settleReports(deps, doc, about(doc))));
      await deps.tellAuthors(some);
      return some;
    } catch (err) {
      // One comment must not keep the others back.
      if (some.length > 1) return (await Promise.all(some.map((doc) => tellOf([doc])))).flat();
      deps.log.warn({ err, comment: some[0]?._id }, 'not told; trying again');
      return [];
    }
  };
  const peopleOf = (doc: CommentDoc): string[] => [doc.authorId, ...about(doc).map(({ personId }) => personId)];
  const told: CommentDoc[] = [];
  for (const round of roundsOf(docs, peopleOf)) told.push(...(await tellOf(round)));
  // What was decided anew while it was told stays; the next run tells what is true by then.
  await deps.comments.told(told);
}

/**
 * What can be told at the same moment, so that it shares the commits of the database: nobody is told two things in one round, since
 * the first could come last and leave their bell with the number before.
 */
function roundsOf(docs: readonly CommentDoc[], peopleOf: (doc: CommentDoc) => string[]): CommentDoc[][] {
  const rounds: CommentDoc[][] = [];
  const next = new Map<string, number>();
  for (const doc of docs) {
    const people = peopleOf(doc);
    const round = Math.max(...people.map((id) => next.get(id) ?? 0));
    (rounds[round] ??= []).push(doc);
    for (const id of people) next.set(id, round + 1);
  }
  return rounds;
}

/** A report is settled by the decision that stands, if that is about the same text and came after it. */
async function settleReports(deps: TellDeps, doc: CommentDoc, reports: ReportDoc[]): Promise<void> {
  const { outcome } = doc.mod;
  // What its author or the rules settled says nothing about who reported it.
  if (outcome !== undefined && outcome.kind !== 'approved' && outcome.kind !== 'refused') return;
  for (const { _id, personId, at, outcome: before, orphan } of reports) {
    const isSettled = outcome !== undefined && outcome.rev === doc.rev && at <= outcome.at;
    const kind = !isSettled ? null : outcome.kind === 'refused' ? 'upheld' : 'dismissed';
    if (kind === (before?.kind ?? null)) continue;
    // In this order: what is written down has been told.
    if (orphan !== true) await deps.notice(doc, { personId, outcome: kind });
    await deps.reports.setOutcome(_id, kind === null || !isSettled ? null : { kind, eventId: outcome.eventId });
  }
}
