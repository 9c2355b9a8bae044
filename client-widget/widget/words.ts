import { useEffect, useState } from 'preact/hooks';
import { format, type Message, type Params } from '../../shared/messages/format.ts';
import type { Language } from '../../shared/messages/languages.ts';
import type { ReaderSentences } from '../../shared/messages/reader/sentences.ts';

/** The sentences of one language, and how to say them. */
export interface Words {
  lang: Language;
  reader: ReaderSentences;
  say: (message: Message, params?: Params) => string;
}

const load = {
  en: () => import('./lang/en.ts'),
  fr: () => import('./lang/fr.ts'),
  ar: () => import('./lang/ar.ts'),
};

/** The words of a language once they are here; until then those of the language before, at first none. */
export function useWords(lang: Language): Words | null {
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    let current = true;
    void load[lang]().then(({ reader }) => {
      if (current) setWords({ lang, reader, say: (message, params) => format(message, params, lang) });
    });
    return () => {
      current = false;
    };
  }, [lang]);
  return words;
}
