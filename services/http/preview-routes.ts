import { previewCreateSchema, previewSchema, type Preview } from '../../shared/preview.ts';
import { routes } from '../../shared/routes.ts';
import type { Site } from '../../shared/site.ts';
import { route, type Route } from './call.ts';
import { siteParams } from './thread-routes.ts';

export interface PreviewUseCases {
  /** @throws Problem `validation-failed`, `rate-limited` */
  preview(site: Site, text: string, address: string | null): Promise<Preview>;
}

export function previewRoutes(use: PreviewUseCases): Route[] {
  return [
    route({
      who: 'anyone',
      method: 'post',
      path: routes.preview,
      tag: 'threads',
      summary: 'See how a text would be drawn',
      description: 'Reads the marks and nothing else: nothing is checked, stored or told to anybody.',
      params: siteParams,
      body: previewCreateSchema,
      answers: { 200: { description: 'The tree of the text', schema: previewSchema } },
      handle: async ({ site, body, address }) => ({ status: 200, body: await use.preview(site, body.text, address) }),
    }),
  ];
}
