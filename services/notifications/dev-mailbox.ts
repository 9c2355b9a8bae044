import type { DevMailDoc } from '../storage/dev-mail.ts';
import type { MailTransport } from './letter.ts';

/** "Sends" into a mailbox of the service's own, where developers read what would have been sent. */
export function createDevMailbox(deps: {
  mails: { put(doc: DevMailDoc): Promise<void> };
  now: () => Date;
}): MailTransport {
  return {
    async send({ messageId, headers, ...mail }) {
      await deps.mails.put({ _id: messageId, at: deps.now(), ...mail, headers: { ...headers } });
      return { kind: 'sent' };
    },
    close: () => Promise.resolve(),
  };
}
