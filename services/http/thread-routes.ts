import { z } from 'zod';
import {
  branchOfSchema,
  commentCreateSchema,
  commentIdSchema,
  commentViewSchema,
  ownCommentViewSchema,
  reactionPutSchema,
  reactionStateSchema,
  siteIdSchema,
  threadChangesSchema,
  threadKeySchema,
  threadMineSchema,
  threadPageQuerySchema,
  threadPageSchema,
  type BranchOf,
  type CommentCreate,
  type CommentView,
  type OwnCommentView,
  type ReactionPut,
  type ReactionState,
  type ThreadChanges,
  type ThreadMine,
  type ThreadPage,
} from '../../shared/comment.ts';
import { guestSchema, type Guest } from '../../shared/identity.ts';
import type { CommentId, ThreadId } from '../../shared/ids.ts';
import { PAGE_SIZE } from '../../shared/limits.ts';
import { nudgeSchema, type Nudge } from '../../shared/nudge.ts';
import { routes } from '../../shared/routes.ts';
import { cursorSchema } from '../../shared/shapes.ts';
import type { Site } from '../../shared/site.ts';
import { ownPageOnly } from '../sites/sites.ts';
import type { PersonDoc } from '../storage/people.ts';
import { cachedRoute, type CachedRoute } from './cached-routes.ts';
import { route, type Route } from './call.ts';

/** What a route of a site, and one of a comment there, has in its path. */
export const siteParams = z.strictObject({ siteId: siteIdSchema });
export const commentParams = z.strictObject({ siteId: siteIdSchema, commentId: commentIdSchema });
const cursorQuery = z.strictObject({ cursor: cursorSchema.optional() });
export const threadQuery = z.strictObject({ thread: threadKeySchema });

/** What these routes ask of the product. */
export interface ThreadUseCases {
  threadId(site: Site, key: string): ThreadId;
  branch(site: Site, commentId: CommentId): Promise<BranchOf>;
  replies(
    site: Site,
    rootId: CommentId,
    cursor: string | undefined,
  ): Promise<{ items: CommentView[]; next: string | null }>;
  mine(person: PersonDoc, threadId: ThreadId): Promise<ThreadMine>;
  submit(from: {
    site: Site;
    author: PersonDoc;
    input: CommentCreate;
    key: string | undefined;
    address: string | null;
  }): Promise<OwnCommentView | Nudge>;
  react(site: Site, person: PersonDoc, input: ReactionPut): Promise<ReactionState>;
  createGuest(from: { site: Site; client: string; key: string | undefined; address: string | null }): Promise<Guest>;
}

/** GET /v1/sites/:siteId/comments?thread=… */
export function threadPageRoute(use: {
  threadId: ThreadUseCases['threadId'];
  readPage: (
    from: z.infer<typeof threadPageQuerySchema> & { site: Site; threadId: ThreadId; limit: number },
  ) => Promise<ThreadPage>;
}): CachedRoute {
  return cachedRoute({
    who: 'anyone',
    method: 'get',
    path: routes.comments,
    tag: 'threads',
    summary: 'Read a page of a thread',
    description: 'Public and the same for everyone, so that it may be cached; carries an ETag.',
    params: siteParams,
    query: threadPageQuerySchema,
    answers: { 200: { description: 'Top-level comments with their replies', schema: threadPageSchema } },
    page(site, query) {
      const threadId = use.threadId(site, query.thread);
      const from = { ...query, site, threadId, limit: query.limit ?? PAGE_SIZE };
      return { about: threadId, read: async () => JSON.stringify(await use.readPage(from)) };
    },
  });
}

const sequence = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** GET /v1/sites/:siteId/changes: the same for all who lost the line at the same moment, so it is kept ready like a page. */
export function changesRoute(use: {
  threadId: ThreadUseCases['threadId'];
  changes: (from: { site: Site; threadId: ThreadId; since: number }) => Promise<ThreadChanges>;
}): CachedRoute {
  return cachedRoute({
    who: 'anyone',
    method: 'get',
    path: routes.changes,
    tag: 'threads',
    summary: 'Read what changed in a thread since a sequence number',
    params: siteParams,
    query: threadQuery.extend({
      since: sequence,
      ahead: sequence
        .optional()
        .describe(
          'The highest number the caller has heard of; with it, no answer that was kept before that was told is given',
        ),
    }),
    answers: { 200: { description: 'The comments concerned, as they are now', schema: threadChangesSchema } },
    page(site, query) {
      const from = { site, threadId: use.threadId(site, query.thread), since: query.since };
      return { about: from.threadId, read: async () => JSON.stringify(await use.changes(from)) };
    },
  });
}

export function threadRoutes(use: ThreadUseCases): Route[] {
  return [
    route({
      who: 'reader-of-site',
      method: 'post',
      path: routes.comments,
      tag: 'threads',
      summary: 'Post a comment',
      description:
        'Every check runs before the answer: 201 means everyone can see it, 202 that a moderator will look first, 200 that ' +
        'nothing was stored, as the author asked to be told what may keep the comment back.',
      idempotent: true,
      params: siteParams,
      body: commentCreateSchema,
      answers: {
        200: { description: 'Not stored: what the author may want to rewrite', schema: nudgeSchema },
        201: { description: 'Published', schema: ownCommentViewSchema },
        202: {
          description: 'Held for a moderator, or refused by a rule; only its author sees it',
          schema: ownCommentViewSchema,
        },
      },
      async handle({ site, person, body, key, address, caller }) {
        const input = { ...body, thread: ownPageOnly(body.thread, site, caller) };
        const view = await use.submit({ site, author: person, input, key, address });
        if ('hints' in view) return { status: 200, body: view };
        return { status: view.state === 'published' ? 201 : 202, body: view };
      },
    }),
    route({
      who: 'anyone',
      method: 'get',
      path: routes.comment,
      tag: 'threads',
      summary: 'Read the branch a comment stands in',
      params: commentParams,
      answers: { 200: { description: 'Its top-level comment, ancestors and neighbours', schema: branchOfSchema } },
      handle: async ({ site, params }) => ({ status: 200, body: await use.branch(site, params.commentId) }),
    }),
    route({
      who: 'anyone',
      method: 'get',
      path: routes.replies,
      tag: 'threads',
      summary: 'Read more replies below a top-level comment',
      params: commentParams,
      query: cursorQuery,
      answers: {
        200: {
          description: 'Replies, oldest first',
          schema: z.strictObject({ items: z.array(commentViewSchema), next: z.string().nullable() }),
        },
      },
      handle: async ({ site, params, query }) => ({
        status: 200,
        body: await use.replies(site, params.commentId, query.cursor),
      }),
    }),
    route({
      who: 'reader-of-site',
      method: 'get',
      path: routes.mine,
      tag: 'readers',
      summary: "Read what is the caller's own in a thread",
      params: siteParams,
      query: threadQuery,
      answers: { 200: { description: 'Own comments that others cannot see, own reaction', schema: threadMineSchema } },
      handle: async ({ site, person, query }) => ({
        status: 200,
        body: await use.mine(person, use.threadId(site, query.thread)),
      }),
    }),
    route({
      who: 'reader-of-site',
      method: 'put',
      path: routes.reaction,
      tag: 'threads',
      summary: "Set or withdraw the caller's reaction to the article",
      params: siteParams,
      body: reactionPutSchema,
      answers: { 200: { description: 'Counts after the change', schema: reactionStateSchema } },
      handle: async ({ site, person, body, caller }) => ({
        status: 200,
        body: await use.react(site, person, { ...body, thread: ownPageOnly(body.thread, site, caller) }),
      }),
    }),
    route({
      who: 'anyone',
      method: 'post',
      path: routes.guests,
      tag: 'readers',
      summary: 'Become a guest of a site',
      idempotent: true,
      params: siteParams,
      answers: { 201: { description: 'The token that proves who the guest is', schema: guestSchema } },
      handle: async ({ site, client, key, address }) => ({
        status: 201,
        body: await use.createGuest({ site, client, key, address }),
      }),
    }),
  ];
}
