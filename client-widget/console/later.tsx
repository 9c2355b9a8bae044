import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';
import { Retry } from './retry.tsx';

type View<Props> = (props: Props) => JSX.Element;

/** A view whose code is loaded when it is shown for the first time, since most people never need it. */
export function later<Props extends object>(load: () => Promise<View<Props>>): View<Props> {
  let loaded: View<Props> | null = null;
  return function Later(props: Props): JSX.Element {
    const { words, say } = useSpeech();
    const [, setLoaded] = useState(loaded !== null);
    const [hasFailed, setFailed] = useState(false);
    const begin = (): void => {
      setFailed(false);
      load().then(
        (view) => {
          loaded = view;
          setLoaded(true);
        },
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (loaded === null) begin();
    }, []);
    if (loaded !== null) {
      const Loaded = loaded;
      return <Loaded {...props} />;
    }
    if (hasFailed) return <Retry trouble={{ kind: 'unreachable' }} onRetry={begin} />;
    return <p class="quiet">{say(words.page.loading)}</p>;
  };
}
