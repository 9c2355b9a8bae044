import { path, routes } from '../shared/routes.ts';
import type { WriteMail } from './notifications/letter.ts';
import { createMailLinks } from './notifications/mail-links.ts';
import { createMailWriter } from './notifications/write-mail.ts';
import type { Parts } from './use-cases.ts';

/** Puts letters in words, with links that lead back to here. */
export function mailWriter(parts: Parts, { publicUrl }: { publicUrl: () => string }): WriteMail {
  const { store, sites, namedThreads, serviceKey, now } = parts;
  return createMailWriter({
    ...store,
    siteById: sites.byId,
    threads: namedThreads,
    links: createMailLinks(serviceKey),
    publicUrl,
    linkPath: (link) => path(routes.mailLink, { link }),
    now,
  });
}
