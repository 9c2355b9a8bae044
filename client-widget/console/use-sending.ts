import { useState } from 'preact/hooks';
import type { Answer, Trouble } from './api.ts';

/** Sends something once at a time, and keeps why it was refused. */
export function useSending(onRefused: () => void): {
  isSending: boolean;
  trouble: Trouble | null;
  send: <T>(work: () => Promise<Answer<T>>, done: (value: T) => void) => Promise<void>;
} {
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  return {
    isSending,
    trouble,
    async send(work, done) {
      if (isSending) return;
      setSending(true);
      setTrouble(null);
      const answer = await work();
      setSending(false);
      if (answer.ok) return done(answer.value);
      setTrouble(answer.trouble);
      onRefused();
    },
  };
}
