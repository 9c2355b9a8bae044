import type { Language } from '../../shared/messages/languages.ts';
import type { MailSentences } from '../../shared/messages/mail/sentences.ts';
import type { Config } from './config.ts';
import { Address } from './mail-address.tsx';
import { Settings } from './mail-settings.tsx';
import css from './mail.css';
import { adopt } from './styles.ts';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<MailSentences>> = {
  en: () => import('../../shared/messages/mail/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/mail/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/mail/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/mail/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/mail/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/mail/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/mail/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/mail/ar.ts').then(({ ar }) => ar),
};

/** What is loaded once a reader wants mail, or looks at how they get it. */
export async function summon(root: ShadowRoot, { lang, messages }: Config) {
  const words = reworded(await load[lang](), messages.mail);
  adopt(root, css);
  return { words, Address, Settings };
}
