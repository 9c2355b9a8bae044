import type { ComponentType } from 'preact';
import type { Language } from '../../shared/messages/languages.ts';
import type { UpkeepSentences } from '../../shared/messages/upkeep/sentences.ts';
import type { Config } from './config.ts';
import { Own } from './own-doings.tsx';
import { Report, type ReportProps } from './report-panel.tsx';
import { adopt } from './styles.ts';
import type { ShownComment } from './thread-state.ts';
import css from './upkeep.css';
import { reworded } from './words.ts';

/** What is loaded once somebody may do something about a comment, or wants to. */
export interface Upkeep {
  words: UpkeepSentences;
  /** `wish`: what its author has asked for already. */
  Own: ComponentType<{ comment: ShownComment; words: UpkeepSentences; wish: 'edit' | 'withdraw' | null }>;
  Report: ComponentType<ReportProps>;
}

const load: Record<Language, () => Promise<UpkeepSentences>> = {
  en: () => import('../../shared/messages/upkeep/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/upkeep/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/upkeep/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/upkeep/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/upkeep/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/upkeep/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/upkeep/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/upkeep/ar.ts').then(({ ar }) => ar),
};

export async function summon(root: ShadowRoot, { lang, messages }: Config): Promise<Upkeep> {
  const words = reworded(await load[lang](), messages.upkeep);
  adopt(root, css);
  return { words, Own, Report };
}
