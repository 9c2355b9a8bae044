import { alertDeps } from './alert-use-cases.ts';
import { createBatch, createBatchOfIds } from './batch.ts';
import { keepsMail, type Config } from './config.ts';
import { mailWriter } from './mail-writer.ts';
import { createDeliverer, type Deliverer } from './notifications/deliver.ts';
import { createDevMailbox } from './notifications/dev-mailbox.ts';
import { createSmtpTransport } from './notifications/email.ts';
import type { MailTransport } from './notifications/letter.ts';
import { codeOf, linkSecretOf } from './identity/mail-sign-in.ts';
import { writeAlert } from './notifications/letters/alert.ts';
import { writeSignIn } from './notifications/letters/sign-in.ts';
import { createWantsMail } from './notifications/mail-wanted.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Store } from './storage/store.ts';
import type { Parts } from './use-cases.ts';

/** What sends the letters; null where no mail is offered. */
export function createMailDelivery(
  parts: Parts,
  { config, publicUrl }: { config: Config; publicUrl: () => string },
): Deliverer | null {
  const { log, now } = parts;
  const transport = transportOf(config, { mails: parts.store.devMail, now });
  if (transport === null) return null;
  const domain = config.MAIL_FROM?.split('@')[1] ?? 'localhost';
  const store = readTogether(parts.store);
  const write = mailWriter({ ...parts, store }, { publicUrl });
  const alerts = alertDeps(parts, { publicUrl });
  const { serviceKey } = parts;
  const secretsOf = (id: string) => ({ code: codeOf(serviceKey, id), link: linkSecretOf(serviceKey, id) });
  const signIns = { signIns: store.signIns, siteById: parts.sites.byId, secretsOf, now };
  return createDeliverer({
    ...{ ...store, transport, server: parts.mailServer, write, wantsMail: createWantsMail(store), domain, log, now },
    isSite: async (id) => (await parts.sites.byId(id)) !== null,
    writeApart: async ({ what, ...letter }) =>
      what.kind === 'alert'
        ? ((await writeAlert(alerts, { ...letter, what })) ?? { dropped: 'the team is not alerted there any more' })
        : ((await writeSignIn(signIns, { ...letter, what })) ?? { dropped: 'used, or too late to be of use' }),
  });
}

/** The store, of which mails that are under way in the same moment read together what each is about. */
function readTogether(store: Store): Store {
  const { people, comments, subscriptions } = store;
  return {
    ...store,
    people: { ...people, byIds: createBatchOfIds(people.byIds) },
    comments: { ...comments, byIds: createBatchOfIds(comments.byIds) },
    subscriptions: {
      ...subscriptions,
      byIds: createBatchOfIds(subscriptions.byIds),
      among: among(subscriptions),
    },
  };
}

/** Whose subscriptions to what, asked together: of all of these people to all of these targets, of which each is given theirs. */
function among(subscriptions: Store['subscriptions']): Store['subscriptions']['among'] {
  const together = createBatch(async (asks: readonly { people: PersonId[]; targets: string[] }[]) => {
    const [people, targets] = [asks.flatMap((ask) => ask.people), asks.flatMap((ask) => ask.targets)];
    const found = await subscriptions.among([...new Set(people)], [...new Set(targets)]);
    return asks.map((ask) =>
      found.filter(({ personId, targetId }) => ask.people.includes(personId) && ask.targets.includes(targetId)),
    );
  });
  return (people, targets) => together({ people, targets });
}

function transportOf(config: Config, deps: Parameters<typeof createDevMailbox>[0]): MailTransport | null {
  const { SMTP_URL: url, MAIL_FROM: from } = config;
  if (url !== undefined && from !== undefined) return createSmtpTransport({ url, from, now: deps.now });
  return keepsMail(config) ? createDevMailbox(deps) : null;
}
