import { useEffect, useState } from 'preact/hooks';
import { format, type Message, type Params } from '../../shared/messages/format.ts';
import type { ReaderSentences } from '../../shared/messages/reader/sentences.ts';
import type { Config } from './config.ts';

/** The sentences of one language, and how to say them. */
export interface Words {
  reader: ReaderSentences;
  say: (message: Message, params?: Params) => string;
}

const load = {
  en: () => import('./lang/en.ts'),
  fr: () => import('./lang/fr.ts'),
  de: () => import('./lang/de.ts'),
  es: () => import('./lang/es.ts'),
  it: () => import('./lang/it.ts'),
  pt: () => import('./lang/pt.ts'),
  tr: () => import('./lang/tr.ts'),
  ar: () => import('./lang/ar.ts'),
};

/** The words of a language once they are here; until then those of the language before, at first none. */
export function useWords({ lang, locale }: Config): Words | null {
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    let current = true;
    void load[lang]().then(({ reader }) => {
      if (current) setWords({ reader, say: (message, params) => format(message, params, locale) });
    });
    return () => {
      current = false;
    };
  }, [lang, locale]);
  return words;
}
