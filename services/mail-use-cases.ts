import type { MailUseCases } from './http/mail-routes.ts';
import { mailboxOf } from './notifications/address.ts';
import { askAgain, putMail, type MailAddressDeps } from './notifications/mail-address.ts';
import type { Parts } from './use-cases.ts';

/** Where readers' mail goes, and how it comes. */
export function mailUseCases(parts: Parts): MailUseCases {
  const { store, limits, serviceKey, mailOffered: offered, now } = parts;
  const depsOf = (from: string | null): MailAddressDeps => ({
    ...{ ...store, serviceKey, offered, now },
    async admit(address) {
      await limits.confirmationsFromAddress.take(from);
      await limits.confirmationsToMailbox.take(mailboxOf(address));
    },
  });
  return {
    async put({ site, person, from }, input) {
      await limits.changesOfPerson.take(person._id);
      return putMail(depsOf(from), { person, siteLang: site.lang, input });
    },
    async askAgain({ person, from }) {
      await limits.changesOfPerson.take(person._id);
      return askAgain(depsOf(from), person._id);
    },
    // Whoever wants less mail is never kept from it.
    remove: (person) => store.people.removeMail(person._id),
  };
}
