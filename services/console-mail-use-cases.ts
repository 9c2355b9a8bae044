import type { DeadLetter } from '../shared/console-mail.ts';
import type { ConsoleMailUseCases } from './http/console-mail-routes.ts';
import { deadView, outboxUseCases } from './outbox-use-cases.ts';
import { siteAccess } from './site-access.ts';
import type { LetterDoc } from './storage/letters.ts';
import type { Parts } from './use-cases.ts';

/** What the console does with the mail. */
export function consoleMailUseCases(parts: Parts): ConsoleMailUseCases {
  const { store, mailServer, now, ...set } = parts;
  const access = siteAccess(parts);
  const { mailOffered: offered, mailKept: kept } = set;
  const outbox = outboxUseCases<LetterDoc>(store.letters, { requireSite: access.ofLetter, asked: access.asked, now });
  return {
    async read(by, cursor) {
      const { counts, docs, next } = await outbox.page(by, cursor);
      const found = mailServer.away();
      const away = found === null ? null : { ...found, since: found.since.toISOString() };
      return { offered, kept, away, letters: counts, dead: docs.map(viewOf), next };
    },
    retry: (by, id) => outbox.retry(by, id),
    drop: (by, id) => outbox.drop(by, id),
  };
}

function viewOf(letter: LetterDoc): DeadLetter {
  const { siteId: site, to = '', what } = letter;
  return { ...deadView(letter), site, to, kind: what.kind, commentId: 'commentId' in what ? what.commentId : null };
}
