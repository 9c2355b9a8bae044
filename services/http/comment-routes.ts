import {
  appealCreateSchema,
  commentEditSchema,
  editableCommentSchema,
  ownCommentViewSchema,
  reportCreateSchema,
  type AppealCreate,
  type CommentEdit,
  type EditableComment,
  type OwnCommentView,
  type ReportCreate,
} from '../../shared/comment.ts';
import type { CommentId } from '../../shared/ids.ts';
import { routes } from '../../shared/routes.ts';
import type { Site } from '../../shared/site.ts';
import type { PersonDoc } from '../storage/people.ts';
import { route, type Route } from './call.ts';
import { commentParams } from './thread-routes.ts';

/** Which comment, and who says so. */
export interface OfReader {
  site: Site;
  person: PersonDoc;
  commentId: CommentId;
}

/** A keyed hash of where a request comes from; null for this machine itself. */
type Address = string | null;

/** What readers do about a comment that is there. */
export interface CommentUseCases {
  own(of: OfReader): Promise<EditableComment>;
  report(of: OfReader & { address: Address }, report: ReportCreate): Promise<void>;
  edit(of: OfReader, edit: CommentEdit): Promise<OwnCommentView>;
  appeal(of: OfReader, appeal: AppealCreate): Promise<OwnCommentView>;
  withdraw(of: OfReader): Promise<void>;
}

export function commentRoutes(use: CommentUseCases): Route[] {
  return [
    route({
      who: 'reader-of-site',
      method: 'post',
      path: routes.report,
      tag: 'threads',
      summary: 'Report a comment to the moderators',
      description:
        'One report per person and text; the same again changes nothing. What cannot be seen cannot be reported.',
      params: commentParams,
      body: reportCreateSchema,
      answers: { 204: { description: 'It is counted', schema: null } },
      async handle({ site, person, params, body, address }) {
        await use.report({ site, person, commentId: params.commentId, address }, body);
        return { status: 204 };
      },
    }),
    ...authorRoutes(use),
  ];
}

function authorRoutes(use: CommentUseCases): Route[] {
  return [
    route({
      who: 'reader-of-site',
      method: 'get',
      path: routes.ownComment,
      tag: 'readers',
      summary: "Read one of the caller's own comments, and what may still be done about it",
      params: commentParams,
      answers: { 200: { description: 'As its author sees it', schema: editableCommentSchema } },
      handle: async ({ site, person, params }) => ({
        status: 200,
        body: await use.own({ site, person, commentId: params.commentId }),
      }),
    }),
    route({
      who: 'reader-of-site',
      method: 'put',
      path: routes.comment,
      tag: 'threads',
      summary: "Edit one of the caller's own comments",
      description:
        'For some minutes after posting, while nobody has answered. The new text goes through every check, and may be held.',
      params: commentParams,
      body: commentEditSchema,
      answers: { 200: { description: 'As it is now', schema: ownCommentViewSchema } },
      handle: async ({ site, person, params, body }) => ({
        status: 200,
        body: await use.edit({ site, person, commentId: params.commentId }, body),
      }),
    }),
    route({
      who: 'reader-of-site',
      method: 'delete',
      path: routes.comment,
      tag: 'threads',
      summary: "Take back one of the caller's own comments",
      description: 'At any time and for good. Its place stays while answers hang below it.',
      params: commentParams,
      answers: { 204: { description: 'It is out of sight', schema: null } },
      async handle({ site, person, params }) {
        await use.withdraw({ site, person, commentId: params.commentId });
        return { status: 204 };
      },
    }),
    route({
      who: 'reader-of-site',
      method: 'post',
      path: routes.appeal,
      tag: 'threads',
      summary: "Appeal against the refusal of one of the caller's own comments",
      description: 'Once, and for some days after the refusal. Somebody else than who refused it decides.',
      params: commentParams,
      body: appealCreateSchema,
      answers: { 200: { description: 'The comment with the appeal', schema: ownCommentViewSchema } },
      handle: async ({ site, person, params, body }) => ({
        status: 200,
        body: await use.appeal({ site, person, commentId: params.commentId }, body),
      }),
    }),
  ];
}
