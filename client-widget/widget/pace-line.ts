import type { Pace } from '../../shared/comment.ts';
import type { Language } from '../../shared/messages/languages.ts';
import type { PaceSentences } from '../../shared/messages/pace/sentences.ts';
import type { Config } from './config.ts';
import { reworded, type Words } from './words.ts';

const load: Record<Language, () => Promise<PaceSentences>> = {
  en: () => import('../../shared/messages/pace/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/pace/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/pace/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/pace/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/pace/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/pace/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/pace/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/pace/ar.ts').then(({ ar }) => ar),
};

/** What there is to say about a discussion that boils over or is closed. */
export interface PaceLines {
  /** To everyone who writes, before they do. */
  over: (pace: Pace, say: Words['say']) => string;
  /** To whoever is writing when the discussion is closed. */
  closed: (say: Words['say']) => string;
}

/** Hardly ever needed, so it is loaded by itself. */
export async function summon(_: ShadowRoot, { lang, messages }: Config): Promise<PaceLines> {
  const said = reworded(await load[lang](), messages.pace);
  return {
    over: ({ everySeconds, premod, closed }, say) => {
      if (closed) return say(said.closed);
      const held = premod ? [say(said.premod)] : [];
      return [...held, ...(everySeconds === null ? [] : [say(said.slow, { n: everySeconds })])].join(' ');
    },
    closed: (say) => say(said.closedWriting),
  };
}
