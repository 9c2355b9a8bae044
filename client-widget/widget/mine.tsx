import type { ComponentType } from 'preact';
import type { Language } from '../../shared/messages/languages.ts';
import type { MineSentences } from '../../shared/messages/mine/sentences.ts';
import type { Config } from './config.ts';
import css from './mine.css';
import { MineDialog, type MineProps, type MineWords } from './mine-dialog.tsx';
import overPage from './over-page.css';
import { adopt } from './styles.ts';
import { verdictWords } from './verdict-words.ts';
import { reworded } from './words.ts';

/** What is loaded once a reader wants to see all that is their own. */
export interface Mine {
  words: MineWords;
  Dialog: ComponentType<MineProps>;
}

const load: Record<Language, () => Promise<MineSentences>> = {
  en: () => import('../../shared/messages/mine/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/mine/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/mine/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/mine/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/mine/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/mine/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/mine/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/mine/ar.ts').then(({ ar }) => ar),
};

export async function summon(root: ShadowRoot, config: Config): Promise<Mine> {
  const { lang, messages } = config;
  const [own, verdict] = await Promise.all([load[lang](), verdictWords(config)]);
  const words = { ...reworded(own, messages.mine), verdict };
  adopt(root, overPage);
  adopt(root, css);
  return { words, Dialog: MineDialog };
}
