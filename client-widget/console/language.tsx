import { createContext } from 'preact';
import type { ComponentChild, JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from '../../shared/messages/console/en.ts';
import { fr } from '../../shared/messages/console/fr.ts';
import type { ConsoleSentences } from '../../shared/messages/console/sentences.ts';
import { format } from '../../shared/messages/format.ts';
import type { Message, Params } from '../../shared/messages/format.ts';
import { pickLocale } from '../../shared/messages/languages.ts';

/** Languages of the console, each named in itself. */
export const CONSOLE_LANGUAGES = { fr: 'Français', en: 'English' } as const;
export type ConsoleLanguage = keyof typeof CONSOLE_LANGUAGES;

const sentences: Record<ConsoleLanguage, ConsoleSentences> = { en, fr };

export interface Speech {
  lang: ConsoleLanguage;
  /** The language with the region of this browser, for dates and numbers. */
  locale: string;
  words: ConsoleSentences;
  say: (message: Message, params?: Params) => string;
}

export function speechOf(lang: ConsoleLanguage): Speech {
  const locale = pickLocale(lang, globalThis.navigator?.languages ?? []);
  return { lang, locale, words: sentences[lang], say: (message, params) => format(message, params, locale) };
}

export const LanguageContext = createContext<Speech>(speechOf('en'));

export function useSpeech(): Speech {
  return useContext(LanguageContext);
}

interface SentenceProps {
  of: Message;
  params?: Params;
  /** Nodes to stand in place of `{name}`, for instance a person's name with its own direction. */
  parts: Record<string, ComponentChild>;
}

/** A sentence with nodes in it. What people wrote goes in as nodes, so that its direction cannot spill over. */
export function Sentence({ of, params, parts }: SentenceProps): JSX.Element {
  const { say } = useSpeech();
  const pieces = say(of, params).split(/\{(\w+)\}/);
  return <>{pieces.map((piece, index) => (index % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)))}</>;
}
