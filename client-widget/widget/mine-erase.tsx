import { useEffect, useRef, useState } from 'preact/hooks';
import type { MineSentences } from '../../shared/messages/mine/sentences.ts';
import type { ErasureRequest } from '../../shared/own.ts';
import { ApiProblem } from '../kit/api.ts';
import { useHands } from './hands.ts';

export type Erasing = ErasureRequest['what'];

interface EraseProps {
  what: Erasing;
  /** How many comments it is about. */
  count: number;
  /** Until their texts are wiped. */
  days: number;
  words: MineSentences;
  erase: (count: number) => Promise<void>;
  /** It is about another number by now. */
  onRecount: (count: number) => void;
  onClose: () => void;
}

/** Asks twice, with the exact number, before anything is deleted. */
export function MineErase({ what, count, days, words, erase, onRecount, onClose }: EraseProps) {
  const { hands, words: said } = useHands();
  const { say } = said;
  const [isSure, setSure] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState('');
  const cancel = useRef<HTMLButtonElement>(null);
  // Each question begins with the answer that changes nothing.
  useEffect(() => cancel.current?.focus(), [isSure]);
  const send = async () => {
    if (sending) return;
    setSending(true);
    setFailure('');
    try {
      await erase(count);
    } catch (error) {
      setSending(false);
      const now = error instanceof ApiProblem && error.code === 'confirm-number' ? error.document.count : null;
      if (typeof now === 'number') onRecount(now);
      // Whatever was confirmed is another thing now: it is asked from the beginning.
      setSure(false);
      setFailure(error instanceof ApiProblem ? error.detail : say(hands.words.failed));
    }
  };
  const all = what === 'everything';
  const ask = all ? (count === 0 ? words.forgetAskNone : words.forgetAsk) : words.eraseAsk;
  const question = say(isSure ? words.sure : ask, { n: count });
  return (
    <div class="ask" role="group" aria-label={question} aria-busy={sending}>
      <p aria-live="polite">{question}</p>
      {!isSure && <p class="why">{all ? say(words.forgetWhy) : say(words.eraseWhy, { n: days })}</p>}
      <div role="alert">{failure !== '' && <p class="failed">{failure}</p>}</div>
      <div class="choices">
        <button
          type="button"
          class="wide away"
          aria-disabled={sending}
          onClick={() => (isSure ? void send() : setSure(true))}
        >
          {say(!isSure ? words.goOn : all ? words.forgetYes : words.eraseYes, { n: count })}
        </button>
        <button ref={cancel} type="button" class="wide" onClick={onClose}>
          {say(hands.words.writing.cancel)}
        </button>
      </div>
    </div>
  );
}
