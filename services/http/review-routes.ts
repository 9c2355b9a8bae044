import { z } from 'zod';
import { commentIdSchema, cursorSchema } from '../../shared/comment.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { CommentId } from '../../shared/ids.ts';
import { PAGE_MAX } from '../../shared/limits.ts';
import {
  decidedSchema,
  decisionSchema,
  reviewCardSchema,
  reviewPageSchema,
  type Decided,
  type Decision,
  type ReviewCard,
  type ReviewPage,
} from '../../shared/review.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';

export interface ReviewUseCases {
  queue(by: ModeratorView, at: { cursor: string | undefined; limit: number }): Promise<ReviewPage>;
  card(by: ModeratorView, commentId: CommentId): Promise<ReviewCard>;
  decide(
    by: ModeratorView,
    what: { commentId: CommentId; decision: Decision; key: string | undefined },
  ): Promise<Decided>;
}

const commentParams = z.strictObject({ commentId: commentIdSchema });

export function reviewRoutes(use: ReviewUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.review,
      tag: 'review',
      summary: 'Read the review queue',
      query: z.strictObject({
        cursor: cursorSchema.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(30),
      }),
      answers: { 200: { description: 'Highest priority first, then oldest', schema: reviewPageSchema } },
      handle: async ({ moderator, query }) => ({
        status: 200,
        body: await use.queue(moderator, { cursor: query.cursor, limit: query.limit }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.reviewItem,
      tag: 'review',
      summary: 'Read one comment as a moderator sees it',
      params: commentParams,
      answers: { 200: { description: 'The card', schema: reviewCardSchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.card(moderator, params.commentId) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.decision,
      tag: 'review',
      summary: 'Approve or refuse a comment',
      description:
        'The decision says which version and text it is about. If the comment is no longer that, the answer is 409 with the fresh card, who decided, and when.',
      idempotent: true,
      params: commentParams,
      body: decisionSchema,
      answers: { 200: { description: 'The card after the decision, and how many still wait', schema: decidedSchema } },
      handle: async ({ moderator, params, body, key }) => ({
        status: 200,
        body: await use.decide(moderator, { commentId: params.commentId, decision: body, key }),
      }),
    }),
  ];
}
