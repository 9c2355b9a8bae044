import { useEffect, useState } from 'preact/hooks';
import type { ActingSentences } from '../../shared/messages/acting/sentences.ts';
import type { FieldSentences } from '../../shared/messages/fields/sentences.ts';
import type { Config } from './config.ts';
import { reworded } from './words.ts';

/** What is said to readers who act, and what may be wrong with a field. */
export interface ActingWords extends ActingSentences {
  fields: FieldSentences;
}

const load = {
  en: () => import('./lang/acting-en.ts'),
  fr: () => import('./lang/acting-fr.ts'),
  de: () => import('./lang/acting-de.ts'),
  es: () => import('./lang/acting-es.ts'),
  it: () => import('./lang/acting-it.ts'),
  pt: () => import('./lang/acting-pt.ts'),
  tr: () => import('./lang/acting-tr.ts'),
  ar: () => import('./lang/acting-ar.ts'),
};

export function useActingWords({ lang, messages }: Config): ActingWords | null {
  const [words, setWords] = useState<ActingWords | null>(null);
  useEffect(() => {
    let current = true;
    void load[lang]().then(({ acting, fields }) => {
      if (current) setWords({ ...reworded(acting, messages.acting), fields: reworded(fields, messages.fields) });
    });
    return () => {
      current = false;
    };
  }, [lang, JSON.stringify(messages)]);
  return words;
}
