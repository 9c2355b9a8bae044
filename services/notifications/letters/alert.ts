import type { SiteId } from '../../../shared/ids.ts';
import type { Site } from '../../../shared/site.ts';
import { alertText } from '../../moderation/alert-words.ts';
import type { Alert } from '../../moderation/alerts.ts';
import type { LetterDoc, AlertSubject } from '../../storage/letters.ts';
import type { MailWords } from '../letter.ts';
import { htmlOf, subjectOf, textOf, type Letter } from './document.ts';

export interface AlertLetterDeps {
  siteById: (id: SiteId) => Promise<Site | null>;
  /** Where an alert leads, as a whole address. */
  consoleUrl: (alert: Alert) => string;
}

/**
 * Writes what the team is told. Nobody unsubscribes from it by a link, which whoever it is forwarded to could follow: it says where in
 * the console that is set.
 * @returns null if the site has no such address among its alerts any more
 */
export async function writeAlert(
  { siteById, consoleUrl }: AlertLetterDeps,
  { siteId, to, what: { alert } }: Pick<LetterDoc<AlertSubject>, 'siteId' | 'to' | 'what'>,
): Promise<MailWords | null> {
  const site = await siteById(siteId);
  if (site === null || to === undefined || !site.settings.alerts.emails.includes(to)) return null;
  const { lang, subject, lines, open, why } = alertText(alert, site);
  const url = consoleUrl(alert);
  const letter: Letter = {
    ...{ lang, dir: 'ltr', subject },
    parts: [
      ...lines.map((text) => ({ kind: 'text' as const, text })),
      { kind: 'act', text: open, url },
      { kind: 'foot' },
      { kind: 'text', text: why },
    ],
  };
  const headers = { 'List-Id': `<alerts.${site.id}.${new URL(url).hostname}>` };
  return { subject: subjectOf(letter), text: textOf(letter), html: htmlOf(letter), headers };
}
