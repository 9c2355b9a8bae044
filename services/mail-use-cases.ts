import type { MailPageUseCases } from './http/mail-pages.ts';
import type { MailUseCases } from './http/mail-routes.ts';
import { appeal } from './moderation/appeal.ts';
import { mailboxOf } from './notifications/address.ts';
import { followMailLink, type FollowDeps } from './notifications/follow-mail-link.ts';
import { askAgain, putMail, type MailAddressDeps } from './notifications/mail-address.ts';
import { createMailLinks } from './notifications/mail-links.ts';
import { openMailLink } from './notifications/mail-page.ts';
import { moderateDeps } from './review-use-cases.ts';
import type { Parts } from './use-cases.ts';

/** @param from the network that asks; null where whoever asks holds a link to the address itself */
function addressDeps(
  { store, limits, serviceKey, mailOffered: offered, now }: Parts,
  from: string | null,
): MailAddressDeps {
  return {
    ...{ ...store, serviceKey, offered, now },
    async admit(address) {
      await limits.confirmationsFromAddress.take(from);
      await limits.confirmationsToMailbox.take(mailboxOf(address));
    },
  };
}

/** Where readers' mail goes, and how it comes. */
export function mailUseCases(parts: Parts): MailUseCases {
  const { store, limits } = parts;
  return {
    async put({ site, person, from }, input) {
      await limits.changesOfPerson.take(person._id);
      return putMail(addressDeps(parts, from), { person, siteLang: site.lang, input });
    },
    async askAgain({ person, from }) {
      await limits.changesOfPerson.take(person._id);
      return askAgain(addressDeps(parts, from), person._id);
    },
    // Whoever wants less mail is never kept from it.
    remove: (person) => store.people.removeMail(person._id),
  };
}

/** What links in letters lead to. */
export function mailPageUseCases(parts: Parts): MailPageUseCases {
  const { store, sites, namedThreads, limits, serviceKey, mailOffered, now } = parts;
  const deps: FollowDeps = {
    ...{ ...store, threads: namedThreads, siteById: sites.byId, links: createMailLinks(serviceKey), mailOffered, now },
    async appeal(claimed, text) {
      await limits.changesOfPerson.take(claimed.personId);
      return appeal(moderateDeps(parts), claimed, text);
    },
    async tryAgain(person, { address, lang }) {
      await limits.changesOfPerson.take(person._id);
      return putMail(addressDeps(parts, null), { person, siteLang: lang, input: { address } });
    },
  };
  return {
    open: (link, cursor) => openMailLink(deps, link, cursor),
    follow: (link, sent) => followMailLink(deps, link, sent),
  };
}
