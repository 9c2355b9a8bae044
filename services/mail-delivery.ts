import { alertDeps } from './alert-use-cases.ts';
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
import type { Parts } from './use-cases.ts';

/** What sends the letters; null where no mail is offered. */
export function createMailDelivery(
  parts: Parts,
  { config, publicUrl }: { config: Config; publicUrl: () => string },
): Deliverer | null {
  const { store, log, now } = parts;
  const transport = transportOf(config, { mails: store.devMail, now });
  if (transport === null) return null;
  const domain = config.MAIL_FROM?.split('@')[1] ?? 'localhost';
  const write = mailWriter(parts, { publicUrl });
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

function transportOf(config: Config, deps: Parameters<typeof createDevMailbox>[0]): MailTransport | null {
  const { SMTP_URL: url, MAIL_FROM: from } = config;
  if (url !== undefined && from !== undefined) return createSmtpTransport({ url, from, now: deps.now });
  return keepsMail(config) ? createDevMailbox(deps) : null;
}
