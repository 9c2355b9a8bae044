import { SIGN_IN_MINUTES } from '../../../shared/limits.ts';
import { SIGN_IN_FRAGMENT } from '../../../shared/sign-in-fragments.ts';
import type { Site } from '../../../shared/site.ts';
import type { LetterDoc, SignInSubject } from '../../storage/letters.ts';
import type { SignInDoc } from '../../storage/sign-ins.ts';
import type { MailWords } from '../letter.ts';
import { signInLetter } from './compose.ts';
import { htmlOf, subjectOf, textOf } from './document.ts';
import { wordsFor } from './words.ts';

export interface SignInLetterDeps {
  signIns: { byId(id: string): Promise<SignInDoc | null> };
  siteById: (id: string) => Promise<Site | null>;
  /** What opens a way in, by its id. */
  secretsOf: (wayId: string) => { code: string; link: string };
  now: () => Date;
}

/**
 * Writes what somebody signs in with. It is no list that could be left: nobody gets it who has not asked a moment ago.
 * @returns null if it was used meanwhile, or is of no use any more
 */
export async function writeSignIn(
  { signIns, siteById, secretsOf, now }: SignInLetterDeps,
  { siteId, lang, what: { attempt } }: Pick<LetterDoc<SignInSubject>, 'siteId' | 'lang' | 'what'>,
): Promise<MailWords | null> {
  const [way, site] = await Promise.all([signIns.byId(attempt), siteById(siteId)]);
  if (site === null || way === null || way.usedBy !== undefined || way.expiresAt <= now()) return null;
  const { code, link } = secretsOf(attempt);
  const url = way.url === null ? null : `${way.url.replace(/#.*$/s, '')}#${SIGN_IN_FRAGMENT}=${link}`;
  const letter = signInLetter({ words: wordsFor(lang), site: site.name }, { code, url, minutes: SIGN_IN_MINUTES });
  return { subject: subjectOf(letter), text: textOf(letter), html: htmlOf(letter), headers: {} };
}
