import { useRef, useState } from 'preact/hooks';
import { newKey } from '../kit/api.ts';
import { statusOf } from './api.ts';
import type { Answer, Trouble } from './api.ts';

/** What it is sent as: the same for one and the same that is sent again, because nobody knows whether it arrived. */
export interface Attempt {
  key: string;
  /** When it was first sent, milliseconds. */
  at: number;
}

export interface Sending {
  isSending: boolean;
  trouble: Trouble | null;
  /** `content` is what tells it from another. */
  send: <T>(
    work: (attempt: Attempt) => Promise<Answer<T>>,
    done: (value: T) => void,
    content?: unknown,
  ) => Promise<void>;
}

/**
 * Sends something once at a time, and keeps why it did not go.
 * @param onRefused the service said no: what it is about may be another by now. Not after an outage, of which nobody knows
 *   what became of it: then the same can be sent again as it was.
 */
export function useSending(onRefused?: (trouble: Trouble) => void): Sending {
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const last = useRef<(Attempt & { content: string }) | null>(null);
  return {
    isSending,
    trouble,
    async send(work, done, content = null) {
      if (isSending) return;
      const sent = JSON.stringify(content);
      if (last.current?.content !== sent) last.current = { content: sent, key: newKey(), at: Date.now() };
      setSending(true);
      setTrouble(null);
      const answer = await work(last.current);
      setSending(false);
      if (answer.ok) {
        last.current = null;
        return done(answer.value);
      }
      setTrouble(answer.trouble);
      const status = statusOf(answer.trouble);
      if (status !== null && status < 500) onRefused?.(answer.trouble);
    },
  };
}
