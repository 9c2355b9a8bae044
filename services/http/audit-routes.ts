import { z } from 'zod';
import {
  auditEventSchema,
  auditExportSchema,
  auditHoursSchema,
  auditPageSchema,
  auditPeopleQuerySchema,
  auditPeopleSchema,
  auditQuerySchema,
  historySchema,
  type AuditExport,
  type AuditHours,
  type AuditPage,
  type AuditPeople,
  type AuditQuery,
  type History,
} from '../../shared/audit.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { CommentId } from '../../shared/ids.ts';
import { commentParamsSchema } from '../../shared/review.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';
import { begun } from './stream.ts';

export interface AuditUseCases {
  page(by: ModeratorView, query: AuditQuery): Promise<AuditPage>;
  history(by: ModeratorView, commentId: CommentId): Promise<History>;
  people(by: ModeratorView, span: z.infer<typeof auditPeopleQuerySchema>): Promise<AuditPeople>;
  hours(by: ModeratorView): Promise<AuditHours>;
  export(by: ModeratorView, query: AuditExport): Promise<{ fileName: string; pieces: AsyncGenerator<string, void> }>;
}

export function auditRoutes(use: AuditUseCases): Route[] {
  return [...listRoutes(use), ...figureRoutes(use)];
}

function listRoutes(use: AuditUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.audit,
      tag: 'review',
      summary: 'Read what was done, by whom',
      query: auditQuerySchema,
      answers: { 200: { description: 'Newest first', schema: auditPageSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.page(moderator, query) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.reviewHistory,
      tag: 'review',
      summary: 'Read everything that happened to a comment',
      params: commentParamsSchema,
      answers: { 200: { description: 'Oldest first', schema: historySchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.history(moderator, params.commentId) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.auditExport,
      tag: 'review',
      summary: 'Download the audit',
      slow: true,
      description:
        'A file for a spreadsheet (UTF-8 with a byte order mark, one line per event) or JSON with the same as the list; each event with its hash. It is sent as it is read: a file that breaks off is not whole.',
      query: auditExportSchema,
      answers: {
        200: {
          description: 'Newest first',
          schema: z.array(auditEventSchema.extend({ hash: z.string() })),
          alsoAs: CSV,
        },
      },
      async handle({ moderator, query }) {
        const { fileName, pieces } = await use.export(moderator, query);
        const type = query.format === 'csv' ? CSV : 'application/json';
        return {
          status: 200,
          headers: {
            'Content-Type': `${type}; charset=utf-8`,
            'Content-Disposition': `attachment; filename="${fileName}"`,
          },
          stream: await begun(pieces),
        };
      },
    }),
  ];
}

const CSV = 'text/csv';

function figureRoutes(use: AuditUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.auditPeople,
      tag: 'review',
      summary: 'Count who decided what',
      slow: true,
      query: auditPeopleQuerySchema,
      answers: { 200: { description: 'Who decided anything in that time', schema: auditPeopleSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.people(moderator, query) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.auditHours,
      tag: 'review',
      summary: 'Count the decisions of the last day by the hour',
      answers: { 200: { description: '24 hours, the current one last', schema: auditHoursSchema } },
      handle: async ({ moderator }) => ({ status: 200, body: await use.hours(moderator) }),
    }),
  ];
}
