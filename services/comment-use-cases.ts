import { ownView } from './comments/comment.ts';
import type { CommentUseCases, OfReader } from './http/comment-routes.ts';
import { appeal } from './moderation/appeal.ts';
import { edit, type EditDeps } from './moderation/edit.ts';
import type { ModerateDeps } from './moderation/moderate.ts';
import { report } from './moderation/report.ts';
import { judgeText } from './moderation/screen.ts';
import type { TellDeps } from './moderation/tell.ts';
import { likenessOf } from './moderation/text/minhash.ts';
import { textHash } from './moderation/text/text-hash.ts';
import { withdraw } from './moderation/withdraw.ts';
import { noticeReport } from './notifications/report-notice.ts';
import { noticeVerdicts } from './notifications/verdict-notice.ts';
import { moderateDeps, withdrawDeps } from './review-use-cases.ts';
import { readOwn } from './threads/mine.ts';
import { authorFacts, requireMayWrite } from './people-use-cases.ts';
import type { Parts } from './use-cases.ts';

export function commentUseCases(parts: Parts): CommentUseCases {
  const { store, limits } = parts;
  // No reader is shown a moderator's card, whatever is in the way.
  const deps: ModerateDeps = { ...moderateDeps(parts), card: null };
  const changes = (of: OfReader) => limits.changesOfPerson.take(of.person._id);
  return {
    own: (of) => readOwn(store, claimed(of)),
    report: (of, { reason, note }) =>
      report(
        {
          ...deps,
          comments: store.comments,
          reports: store.reports,
          admit: async () => {
            await requireMayWrite(parts)(of.person);
            await limits.reportsOfPerson.take(of.person._id);
            await limits.reportsFromAddress.take(of.address);
          },
        },
        { site: of.site, personId: of.person._id, address: of.address },
        { commentId: of.commentId, reason, note },
      ),
    async edit(of, input) {
      const { site, person, commentId } = of;
      return ownView(await edit(editDeps(parts, of), { site, personId: person._id, commentId }, input));
    },
    async appeal(of, { text }) {
      await changes(of);
      return ownView(await appeal(deps, claimed(of), text));
    },
    async withdraw(of) {
      await changes(of);
      await withdraw(withdrawDeps(parts), claimed(of));
    },
  };
}

function claimed({ site, person, commentId }: OfReader) {
  return { siteId: site.id, personId: person._id, commentId };
}

function editDeps(parts: Parts, { person }: OfReader): EditDeps {
  const { store } = parts;
  return {
    ...moderateDeps(parts),
    card: null,
    comments: store.comments,
    judge: async (site) => {
      const author = await authorFacts(parts, site, person);
      return (judged, rev) => judgeText(parts.policy, { ...judged, rev, site, author });
    },
    textHash,
    likeness: likenessOf,
    thread: async (id) => {
      const thread = await store.threads.byId(id);
      return { lang: thread?.lang ?? null, heat: thread?.heat ?? null, closed: thread?.closed !== undefined };
    },
    admit: async () => {
      await requireMayWrite(parts)(person);
      await parts.limits.changesOfPerson.take(person._id);
    },
  };
}

/** What follows from decisions after their grace. */
export function tellDeps(parts: Parts): TellDeps {
  const { store, bus, now, log } = parts;
  return {
    ...store,
    notice: (comment, what) => noticeReport({ ...store, bus, now }, comment, what),
    tellAuthors: (comments) => noticeVerdicts({ ...store, bus }, comments),
    ...{ now, log },
  };
}
