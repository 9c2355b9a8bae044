import {
  bulkListSchema,
  bulkParamsSchema,
  bulkPreviewRequestSchema,
  bulkPreviewSchema,
  bulkRequestSchema,
  bulkSchema,
  type BulkList,
  type BulkPreview,
  type BulkRequest,
  type BulkSelection,
  type BulkView,
} from '../../shared/bulk.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';

export interface BulkUseCases {
  preview(by: ModeratorView, select: BulkSelection): Promise<BulkPreview>;
  start(by: ModeratorView, what: { request: BulkRequest; key: string | undefined }): Promise<BulkView>;
  list(by: ModeratorView): Promise<BulkList>;
  read(by: ModeratorView, bulkId: string): Promise<BulkView>;
  undo(by: ModeratorView, bulkId: string): Promise<BulkView>;
}

export function bulkRoutes(use: BulkUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'post',
      path: routes.bulkPreview,
      tag: 'review',
      summary: 'Count what an act on many comments would be about',
      body: bulkPreviewRequestSchema,
      answers: { 200: { description: 'The exact number, and examples', schema: bulkPreviewSchema } },
      handle: async ({ moderator, body }) => ({ status: 200, body: await use.preview(moderator, body.select) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.bulk,
      tag: 'review',
      summary: 'Decide about many comments at once',
      description:
        'It goes on by itself; progress comes over the socket as bulk:progress. The number of comments must be the one the preview gave: if it is another by now, the answer is 409 with the present number. Comments that changed meanwhile or that a colleague is at are left as they are.',
      idempotent: true,
      body: bulkRequestSchema,
      answers: { 202: { description: 'It has begun', schema: bulkSchema } },
      handle: async ({ moderator, body, key }) => ({
        status: 202,
        body: await use.start(moderator, { request: body, key }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.bulk,
      tag: 'review',
      summary: 'List acts on many comments',
      answers: { 200: { description: 'The newest first', schema: bulkListSchema } },
      handle: async ({ moderator }) => ({ status: 200, body: await use.list(moderator) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.bulkItem,
      tag: 'review',
      summary: 'Read how far an act on many comments has come',
      params: bulkParamsSchema,
      answers: { 200: { description: 'Its numbers', schema: bulkSchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.read(moderator, params.bulkId) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.bulkUndo,
      tag: 'review',
      summary: 'Take an act on many comments back',
      description: 'Every comment that nobody has touched since is where it was, with its age and place.',
      params: bulkParamsSchema,
      answers: { 202: { description: 'It has begun, or is done', schema: bulkSchema } },
      handle: async ({ moderator, params }) => ({ status: 202, body: await use.undo(moderator, params.bulkId) }),
    }),
  ];
}
