import type { ModeratorView } from '../../shared/identity.ts';
import type { PersonId } from '../../shared/ids.ts';
import {
  liftSchema,
  noteSchema,
  peopleQuerySchema,
  peopleSchema,
  personCardSchema,
  personCommentsQuerySchema,
  personCommentsSchema,
  personParamsSchema,
  sanctionLogQuerySchema,
  sanctionLogSchema,
  sanctionOrderSchema,
  sanctionParamsSchema,
  type People,
  type PeopleQuery,
  type PersonCard,
  type PersonComments,
  type PersonCommentsQuery,
  type SanctionLog,
  type SanctionLogQuery,
  type SanctionOrder,
} from '../../shared/people.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';

export interface PeopleUseCases {
  find(by: ModeratorView, query: PeopleQuery): Promise<People>;
  person(by: ModeratorView, personId: PersonId): Promise<PersonCard>;
  comments(by: ModeratorView, personId: PersonId, query: PersonCommentsQuery): Promise<PersonComments>;
  log(by: ModeratorView, query: SanctionLogQuery): Promise<SanctionLog>;
  sanction(
    by: ModeratorView,
    what: { personId: PersonId; order: SanctionOrder; key: string | undefined },
  ): Promise<PersonCard>;
  lift(
    by: ModeratorView,
    what: { personId: PersonId; sanctionId: string; remark: string | undefined; key: string | undefined },
  ): Promise<PersonCard>;
  note(by: ModeratorView, what: { personId: PersonId; text: string; key: string | undefined }): Promise<PersonCard>;
}

/** Readers of a site, for the console: who they are, and what is done about them. */
export function peopleRoutes(use: PeopleUseCases): Route[] {
  return [...readingRoutes(use), ...actingRoutes(use)];
}

function readingRoutes(use: PeopleUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.people,
      tag: 'people',
      summary: 'Find readers of a site by name, or list those under a sanction',
      query: peopleQuerySchema,
      answers: {
        200: { description: 'At most 50 by name; otherwise the latest sanction first', schema: peopleSchema },
      },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.find(moderator, query) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.person,
      tag: 'people',
      summary: 'Read who a reader is to moderators',
      params: personParamsSchema,
      answers: { 200: { description: 'Names, figures, sanctions, notes', schema: personCardSchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.person(moderator, params.personId) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.personComments,
      tag: 'people',
      summary: 'Read what a reader wrote and what became of it',
      params: personParamsSchema,
      query: personCommentsQuerySchema,
      answers: { 200: { description: 'Newest first', schema: personCommentsSchema } },
      handle: async ({ moderator, params, query }) => ({
        status: 200,
        body: await use.comments(moderator, params.personId, query),
      }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.sanctions,
      tag: 'people',
      summary: 'Read what was done about readers, by whom and when',
      query: sanctionLogQuerySchema,
      answers: { 200: { description: 'Newest first; nothing is ever changed', schema: sanctionLogSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.log(moderator, query) }),
    }),
  ];
}

function actingRoutes(use: PeopleUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'post',
      path: routes.personSanctions,
      tag: 'people',
      summary: 'Warn a reader, read their comments first, suspend or ban them',
      description:
        'For a comment of theirs, which is named with its revision. One of the same kind that is in force is replaced. Whoever ' +
        'has not seen the last sanction (`expectedV`) gets 409. Bans and more than seven days take an admin.',
      idempotent: true,
      params: personParamsSchema,
      body: sanctionOrderSchema,
      answers: { 201: { description: 'The reader as they stand now', schema: personCardSchema } },
      handle: async ({ moderator, params, body, key }) => ({
        status: 201,
        body: await use.sanction(moderator, { personId: params.personId, order: body, key }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.personLift,
      tag: 'people',
      summary: 'Lift a sanction',
      idempotent: true,
      params: sanctionParamsSchema,
      body: liftSchema,
      answers: { 200: { description: 'The reader as they stand now', schema: personCardSchema } },
      handle: async ({ moderator, params, body, key }) => ({
        status: 200,
        body: await use.lift(moderator, { ...params, remark: body.remark, key }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.personNotes,
      tag: 'people',
      summary: 'Write a note about a reader for colleagues',
      idempotent: true,
      params: personParamsSchema,
      body: noteSchema,
      answers: { 201: { description: 'The reader, with the note', schema: personCardSchema } },
      handle: async ({ moderator, params, body, key }) => ({
        status: 201,
        body: await use.note(moderator, { personId: params.personId, text: body.text, key }),
      }),
    }),
  ];
}
