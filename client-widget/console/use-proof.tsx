import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Answer, ConsoleApi } from './api.ts';
import { codeOf } from './api.ts';
import { ProofDialog } from './proof-dialog.tsx';

export interface Proven {
  /** Asks the service for something; where it first wants to know that this is still the same person, has that shown. */
  ask: <T>(work: () => Promise<Answer<T>>) => Promise<Answer<T>>;
  /** What asks for it, while it does. */
  dialog: JSX.Element | null;
}

/** What may only be done shortly after one has proved who one is. */
export function useProof(api: ConsoleApi): Proven {
  const [isAsking, setAsking] = useState(false);
  const decided = useRef<(isProven: boolean) => void>(() => undefined);
  const decide = (isProven: boolean): void => {
    setAsking(false);
    decided.current(isProven);
  };
  return {
    async ask(work) {
      const answer = await work();
      if (answer.ok || codeOf(answer.trouble) !== 'proof-required') return answer;
      setAsking(true);
      const isProven = await new Promise<boolean>((resolve) => (decided.current = resolve));
      return isProven ? work() : answer;
    },
    dialog: isAsking ? <ProofDialog api={api} onProven={() => decide(true)} onClose={() => decide(false)} /> : null,
  };
}
