import { useState } from 'preact/hooks';
import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import { useHands } from './hands.ts';
import { Wish } from './wish.tsx';

/** How the reader is told, and to whoever would be forgotten with this tab, what that means and how to be remembered. */
export function Reach({ words }: { words: SubscribeSentences }) {
  const { hands, words: common } = useHands();
  const { say } = common;
  const { memory } = hands.services;
  const [isOffered] = useState(!memory.kept);
  const [isKept, setKept] = useState(memory.kept);
  return (
    <>
      <p class="how">{say(words.how)}</p>
      {isOffered && (
        <Wish
          label={say(hands.words.rememberMe)}
          hint={isKept ? '' : say(words.keepWhy)}
          checked={isKept}
          onToggle={(on) => {
            memory.keep(on);
            setKept(on);
            return Promise.resolve();
          }}
        />
      )}
    </>
  );
}
