import type { Language } from '../../shared/messages/languages.ts';
import type { SignInSentences } from '../../shared/messages/sign-in/sentences.ts';
import { Account } from './account.tsx';
import type { Config } from './config.ts';
import overPage from './over-page.css';
import { Arrival } from './sign-in-arrival.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';
import css from './sign-in.css';
import { adopt } from './styles.ts';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<SignInSentences>> = {
  en: () => import('../../shared/messages/sign-in/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/sign-in/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/sign-in/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/sign-in/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/sign-in/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/sign-in/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/sign-in/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/sign-in/ar.ts').then(({ ar }) => ar),
};

/** What is loaded once a reader wants to sign in, comes back to it by a link, or looks at where they are signed in. */
export async function summon(root: ShadowRoot, { lang, messages }: Config) {
  const words = reworded(await load[lang](), messages['sign-in']);
  adopt(root, overPage);
  adopt(root, css);
  return { words, Account, Arrival, SignInDialog };
}
