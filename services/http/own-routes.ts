import {
  erasureRequestSchema,
  erasureSchema,
  erasureStateSchema,
  ownExportSchema,
  ownListQuerySchema,
  ownListSchema,
  type ErasureRequest,
  type ErasureState,
  type ErasureView,
  type OwnList,
  type OwnListQuery,
} from '../../shared/own.ts';
import { routes } from '../../shared/routes.ts';
import type { PersonDoc } from '../storage/people.ts';
import { route, type Route } from './call.ts';
import { begun } from './stream.ts';

/** What readers see of, take with them and delete of their own. */
export interface OwnUseCases {
  comments(person: PersonDoc, query: OwnListQuery): Promise<OwnList>;
  export(person: PersonDoc): Promise<{ fileName: string; pieces: AsyncGenerator<string, void> }>;
  erasure(person: PersonDoc): Promise<ErasureState>;
  erase(person: PersonDoc, request: ErasureRequest): Promise<ErasureView>;
}

export function ownRoutes(use: OwnUseCases): Route[] {
  return [
    route({
      who: 'reader',
      method: 'get',
      path: routes.ownComments,
      tag: 'readers',
      summary: "Read the caller's own comments in all discussions",
      query: ownListQuerySchema,
      answers: { 200: { description: 'Newest first, whatever has become of them', schema: ownListSchema } },
      handle: async ({ person, query }) => ({ status: 200, body: await use.comments(person, query) }),
    }),
    route({
      who: 'reader',
      method: 'get',
      path: routes.ownExport,
      tag: 'readers',
      summary: 'Download all that is kept about the caller',
      slow: true,
      description: 'It is sent as it is read: a file that breaks off is not whole.',
      answers: { 200: { description: 'One document', schema: ownExportSchema } },
      async handle({ person }) {
        const { fileName, pieces } = await use.export(person);
        return {
          status: 200,
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'Content-Disposition': `attachment; filename="${fileName}"`,
          },
          stream: await begun(pieces),
        };
      },
    }),
    route({
      who: 'reader',
      method: 'get',
      path: routes.erasure,
      tag: 'readers',
      summary: "Read how many comments an erasure would be about, and how far the caller's last one is",
      answers: { 200: { description: 'The number, and the erasure', schema: erasureStateSchema } },
      handle: async ({ person }) => ({ status: 200, body: await use.erasure(person) }),
    }),
    route({
      who: 'reader',
      method: 'post',
      path: routes.erasure,
      tag: 'readers',
      summary: "Delete all of the caller's comments, or all that is kept about them",
      description:
        'It goes on in the background, for good. Asked again meanwhile, it is the same. After `everything` the token is nothing any more.',
      body: erasureRequestSchema,
      answers: { 202: { description: 'It has begun', schema: erasureSchema } },
      handle: async ({ person, body }) => ({ status: 202, body: await use.erase(person, body) }),
    }),
  ];
}
