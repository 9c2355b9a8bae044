import { mailPutSchema, mailSchema, type MailPut, type MailView } from '../../shared/mail.ts';
import { routes } from '../../shared/routes.ts';
import type { Site } from '../../shared/site.ts';
import type { PersonDoc } from '../storage/people.ts';
import { route, type Route } from './call.ts';

/** Where a reader's mail goes, and how it comes. `from` is the network it was asked for from. */
export interface MailUseCases {
  put(by: { site: Site; person: PersonDoc; from: string | null }, input: MailPut): Promise<MailView>;
  askAgain(by: { person: PersonDoc; from: string | null }): Promise<MailView>;
  remove(person: PersonDoc): Promise<void>;
}

const as = 'What holds from now on, whether anybody else has the address or not';

export function mailRoutes(use: MailUseCases): Route[] {
  return [
    route({
      who: 'reader',
      method: 'put',
      path: routes.mail,
      tag: 'readers',
      summary: "Say where the caller's mail goes, and how it comes",
      description:
        'An address that is new is asked about in a letter, and nothing else is sent there before its link was used. Where there is none yet, one has to be given.',
      body: mailPutSchema,
      answers: { 202: { description: as, schema: mailSchema } },
      handle: async ({ site, person, body, address }) => ({
        status: 202,
        body: await use.put({ site, person, from: address }, body),
      }),
    }),
    route({
      who: 'reader',
      method: 'post',
      path: routes.mailConfirmation,
      tag: 'readers',
      summary: "Send the letter that asks about the caller's address once more",
      description: 'Nothing is sent where there is nothing to confirm.',
      answers: { 202: { description: as, schema: mailSchema } },
      handle: async ({ person, address }) => ({ status: 202, body: await use.askAgain({ person, from: address }) }),
    }),
    route({
      who: 'reader',
      method: 'delete',
      path: routes.mail,
      tag: 'readers',
      summary: "Forget the caller's address for mail",
      description: 'No mail is sent from then on, what was on its way included. Also where there is none.',
      answers: { 204: { description: 'It is gone', schema: null } },
      async handle({ person }) {
        await use.remove(person);
        return { status: 204 };
      },
    }),
  ];
}
