import {
  discussionActsQuerySchema,
  discussionActsSchema,
  discussionClosedSchema,
  discussionQuerySchema,
  discussionSchema,
  type Discussion,
  type DiscussionActs,
  type DiscussionActsQuery,
} from '../../shared/discussion.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { CommentId, SiteId } from '../../shared/ids.ts';
import type { DistinctionKind } from '../../shared/moderation.ts';
import { commentParamsSchema, decidedSchema, distinctionSchema, type Decided } from '../../shared/review.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';
import { siteParams } from './thread-routes.ts';

export interface DiscussionUseCases {
  read(by: ModeratorView, where: { siteId: SiteId; key: string }): Promise<Discussion>;
  setClosed(by: ModeratorView, what: { siteId: SiteId; key: string; closed: boolean }): Promise<Discussion>;
  distinguish(
    by: ModeratorView,
    what: { kind: DistinctionKind; commentId: CommentId; expectedRev: number },
  ): Promise<Decided>;
  undistinguish(by: ModeratorView, what: { kind: DistinctionKind; commentId: CommentId }): Promise<Decided>;
  acts(by: ModeratorView, query: DiscussionActsQuery): Promise<DiscussionActs>;
}

/** What moderators do about a discussion as a whole: what stands first in it, and whether it goes on. */
export function discussionRoutes(use: DiscussionUseCases): Route[] {
  return [...wholeRoutes(use), ...distinctionRoutes(use)];
}

function wholeRoutes(use: DiscussionUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.discussion,
      tag: 'review',
      summary: 'Read a discussion as a moderator sees it',
      description: 'Also one in which nobody has written yet.',
      params: siteParams,
      query: discussionQuerySchema,
      answers: {
        200: { description: 'Whether it is closed, what is pinned, how much waits', schema: discussionSchema },
      },
      handle: async ({ moderator, params, query }) => ({
        status: 200,
        body: await use.read(moderator, { siteId: params.siteId, key: query.thread }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'put',
      path: routes.discussionClosed,
      tag: 'review',
      summary: 'Close a discussion, or reopen it',
      description:
        'A closed discussion takes no new comments and no edits; whoever tries is told `thread-closed`. It is read, reacted to, ' +
        'reported, withdrawn from and moderated as before.',
      params: siteParams,
      body: discussionClosedSchema,
      answers: {
        200: { description: 'The discussion as it is now; it may have been so before', schema: discussionSchema },
      },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.setClosed(moderator, { siteId: params.siteId, key: body.thread, closed: body.closed }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.auditDiscussions,
      tag: 'review',
      summary: 'Read which discussions were closed and reopened, by whom',
      query: discussionActsQuerySchema,
      answers: { 200: { description: 'Newest first; nothing is ever changed', schema: discussionActsSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.acts(moderator, query) }),
    }),
  ];
}

const distinctions = [
  {
    kind: 'pin',
    path: routes.pin,
    ...{ summary: 'Pin a comment', undoing: 'Unpin a comment' },
    description:
      'It stands before all others of its discussion, in any order. Only a top-level comment in sight can be pinned, and three ' +
      'of a discussion at once. The pin ends when the comment leaves sight or its text changes.',
  },
  {
    kind: 'feature',
    path: routes.feature,
    ...{ summary: 'Feature a comment', undoing: 'Feature a comment no more' },
    description:
      "It is one of the editor's picks of its discussion, marked as such and listed apart, and keeps its place. Any comment or " +
      'reply in sight can be featured, and 50 of a discussion at once. That ends when it leaves sight or its text changes.',
  },
] as const;

/** What sets single comments apart. */
function distinctionRoutes(use: DiscussionUseCases): Route[] {
  return distinctions.flatMap(({ kind, path, summary, undoing, description }) => [
    route({
      who: 'moderator',
      method: 'put',
      path,
      tag: 'review',
      ...{ summary, description },
      params: commentParamsSchema,
      body: distinctionSchema,
      answers: { 200: { description: 'The card; it may have been so before', schema: decidedSchema } },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.distinguish(moderator, { kind, commentId: params.commentId, ...body }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path,
      tag: 'review',
      summary: undoing,
      params: commentParamsSchema,
      answers: { 200: { description: 'The card; nothing may have been to be done', schema: decidedSchema } },
      handle: async ({ moderator, params }) => ({
        status: 200,
        body: await use.undistinguish(moderator, { kind, commentId: params.commentId }),
      }),
    }),
  ]);
}
