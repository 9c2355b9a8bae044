import { z } from 'zod';
import { siteIdSchema } from '../../shared/comment.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { CommentId, SiteId } from '../../shared/ids.ts';
import {
  claimRequestSchema,
  commentParamsSchema,
  decidedSchema,
  decisionSchema,
  nextRequestSchema,
  nextSchema,
  reviewCardSchema,
  reviewContextSchema,
  reviewFiguresSchema,
  reviewPageSchema,
  reviewQuerySchema,
  snoozedPageSchema,
  undoSchema,
  type Decided,
  type Decision,
  type ReviewCard,
  type ReviewContext,
  type ReviewFigures,
  type ReviewFilter,
  type ReviewPage,
  type ReviewQuery,
  type SnoozedPage,
} from '../../shared/review.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';

export interface ReviewUseCases {
  queue(by: ModeratorView, query: ReviewQuery): Promise<ReviewPage>;
  figures(by: ModeratorView, siteId: SiteId | undefined): Promise<ReviewFigures>;
  snoozed(by: ModeratorView, siteId: SiteId | undefined): Promise<SnoozedPage>;
  card(by: ModeratorView, commentId: CommentId): Promise<ReviewCard>;
  context(by: ModeratorView, commentId: CommentId): Promise<ReviewContext>;
  decide(
    by: ModeratorView,
    what: { commentId: CommentId; decision: Decision; key: string | undefined },
  ): Promise<Decided>;
  undo(by: ModeratorView, what: { commentId: CommentId; eventId: string; key: string | undefined }): Promise<Decided>;
  claim(by: ModeratorView, what: { commentId: CommentId; desk: string; takeOver: boolean }): Promise<Decided>;
  release(by: ModeratorView, commentId: CommentId): Promise<void>;
  next(
    by: ModeratorView,
    what: { desk: string; filter?: ReviewFilter | undefined },
  ): Promise<{ card: ReviewCard | null }>;
}

const ofSite = z.strictObject({ site: siteIdSchema.optional() });

export function reviewRoutes(use: ReviewUseCases): Route[] {
  return [...readingRoutes(use), ...actingRoutes(use)];
}

function readingRoutes(use: ReviewUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.review,
      tag: 'review',
      summary: 'Read the review queue',
      query: reviewQuerySchema,
      answers: { 200: { description: 'Highest priority first, then oldest', schema: reviewPageSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.queue(moderator, query) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.reviewFigures,
      tag: 'review',
      summary: 'Count what waits in every queue, and for how long',
      query: ofSite,
      answers: { 200: { description: 'The numbers, counted now', schema: reviewFiguresSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.figures(moderator, query.site) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.reviewSnoozed,
      tag: 'review',
      summary: 'Read what was put aside for later',
      query: ofSite,
      answers: { 200: { description: 'The first hundred to come back', schema: snoozedPageSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.snoozed(moderator, query.site) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.reviewItem,
      tag: 'review',
      summary: 'Read one comment as a moderator sees it',
      params: commentParamsSchema,
      answers: { 200: { description: 'The card', schema: reviewCardSchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.card(moderator, params.commentId) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.reviewContext,
      tag: 'review',
      summary: 'Read what stands around a comment, and its earlier texts',
      params: commentParamsSchema,
      answers: { 200: { description: 'Neighbours and revisions', schema: reviewContextSchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.context(moderator, params.commentId) }),
    }),
  ];
}

function actingRoutes(use: ReviewUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'post',
      path: routes.decision,
      tag: 'review',
      summary: 'Decide about a comment',
      description:
        'The decision says which version and text it is about. If the comment is no longer that, the answer is 409 with the fresh card, who decided, and when; while a colleague is at it, 423.',
      idempotent: true,
      params: commentParamsSchema,
      body: decisionSchema,
      answers: { 200: { description: 'The card after the decision', schema: decidedSchema } },
      handle: async ({ moderator, params, body, key }) => ({
        status: 200,
        body: await use.decide(moderator, { commentId: params.commentId, decision: body, key }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.reviewUndo,
      tag: 'review',
      summary: 'Take back the last thing that was done about a comment',
      description: 'The comment is where it was, with its age and its place in the queue.',
      idempotent: true,
      params: commentParamsSchema,
      body: undoSchema,
      answers: { 200: { description: 'The card as it is again', schema: decidedSchema } },
      handle: async ({ moderator, params, body, key }) => ({
        status: 200,
        body: await use.undo(moderator, { commentId: params.commentId, eventId: body.eventId, key }),
      }),
    }),
    ...claimRoutes(use),
  ];
}

function claimRoutes(use: ReviewUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'post',
      path: routes.reviewClaim,
      tag: 'review',
      summary: 'Claim a comment, renew a claim, or take one over',
      description: "A claim lapses by itself after 90 seconds, and ten seconds after the window's socket has gone.",
      params: commentParamsSchema,
      body: claimRequestSchema,
      answers: { 200: { description: 'The card with the claim', schema: decidedSchema } },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.claim(moderator, { commentId: params.commentId, ...body }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.reviewClaim,
      tag: 'review',
      summary: "Give up one's own claim",
      params: commentParamsSchema,
      answers: { 204: { description: 'Nobody is at it, or somebody else', schema: null } },
      async handle({ moderator, params }) {
        await use.release(moderator, params.commentId);
        return { status: 204 };
      },
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.reviewNext,
      tag: 'review',
      summary: 'Claim one of the first comments that nobody is at',
      body: nextRequestSchema,
      answers: { 200: { description: 'Its card, or null', schema: nextSchema } },
      handle: async ({ moderator, body }) => ({ status: 200, body: await use.next(moderator, body) }),
    }),
  ];
}
