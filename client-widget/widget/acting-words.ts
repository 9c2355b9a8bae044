import { useEffect, useState } from 'preact/hooks';
import type { ActingSentences } from '../../shared/messages/acting/sentences.ts';
import type { Config } from './config.ts';
import { reworded, type Words } from './words.ts';

/** What is said to readers who act; null until it is here. */
export function useActingWords({ messages }: Config, { more }: Words): ActingSentences | null {
  const [words, setWords] = useState<ActingSentences | null>(null);
  useEffect(() => {
    let current = true;
    void more().then(({ acting }) => {
      if (current) setWords(reworded(acting, messages.acting));
    });
    return () => {
      current = false;
    };
  }, [more, JSON.stringify(messages)]);
  return words;
}
