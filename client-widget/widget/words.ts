import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ActingSentences } from '../../shared/messages/acting/sentences.ts';
import { format, type Message, type Params } from '../../shared/messages/format.ts';
import type { ReaderSentences } from '../../shared/messages/reader/sentences.ts';
import type { TribuneMessages } from '../package/tribune.d.ts';
import { pauseBefore, whenLookedAt } from '../kit/pause.ts';
import type { Config } from './config.ts';

/** The sentences of one language, and how to say them. */
export interface Words {
  reader: ReaderSentences;
  say: (message: Message, params?: Params) => string;
  /** Those for readers who act. */
  more: () => Promise<{ acting: ActingSentences }>;
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

/** Sentences, with those the page says in its own words in their place. A plural is replaced as a whole. */
export function reworded<Sentences extends object>(sentences: Sentences, own: unknown): Sentences {
  const all = { ...sentences } as Record<string, unknown>;
  for (const [name, value] of Object.entries((own ?? {}) as TribuneMessages)) {
    const inner = all[name];
    const isGroup = typeof inner === 'object' && inner !== null && typeof value === 'object' && !('other' in value);
    all[name] = isGroup ? reworded(inner, value) : value;
  }
  return all as Sentences;
}

/** The words of a language once they are here; until then those of the language before, at first none. */
export function useWords({ lang, locale, messages }: Config): Words | null {
  const [loaded, setLoaded] = useState<(Pick<Words, 'reader' | 'more'> & { locale: string }) | null>(null);
  useEffect(() => {
    let stop = () => undefined as void;
    let current = true;
    const ask = (attempt: number) =>
      load[lang]().then(
        (found) => current && setLoaded({ ...found, locale }),
        // Without words nothing can be shown, so that they are asked for until they come.
        () => current && (stop = whenLookedAt(pauseBefore(attempt), () => void ask(attempt + 1))),
      );
    void ask(1);
    return () => {
      current = false;
      stop();
    };
  }, [lang, locale]);
  // The same until they change, since everything is drawn anew with other words.
  return useMemo(
    () =>
      loaded && {
        reader: reworded(loaded.reader, messages.reader),
        more: loaded.more,
        say: (message, params) => format(message, params, loaded.locale),
      },
    [loaded, messages],
  );
}
