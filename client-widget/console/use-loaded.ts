import { useEffect, useRef, useState } from 'preact/hooks';
import { statusOf } from './api.ts';
import type { Answer, Trouble } from './api.ts';

interface Read<T> {
  /** As last read, or shown since; null until it is. */
  value: T | null;
  trouble: Trouble | null;
}

export interface Loaded<T> extends Read<T> {
  /** Reads it once more; what is known stays until then. */
  again: () => Promise<void>;
  /** As something else has told it by now. */
  show: (value: T) => void;
}

const NOTHING = { value: null, trouble: null };

/** Something the service is asked for: anew, and known no more, whenever the key is another; null asks for nothing. */
export function useLoaded<T>(load: () => Promise<Answer<T>>, key: string | null = ''): Loaded<T> {
  const [state, setState] = useState<Read<T> & { key: string | null }>({ key, ...NOTHING });
  const turn = useRef(0);
  // Not that of another key, not even for the moment until this one is asked for.
  const { value, trouble } = state.key === key ? state : NOTHING;

  async function again(): Promise<void> {
    const mine = ++turn.current;
    setState((was) => ({ key, value: was.key === key ? was.value : null, trouble: null }));
    const answer = await load();
    if (mine !== turn.current) return;
    if (answer.ok) return setState({ key, value: answer.value, trouble: null });
    const { trouble } = answer;
    // What is no more there is not shown as if it were.
    setState((was) => (statusOf(trouble) === 404 ? { key, value: null, trouble } : { ...was, trouble }));
  }
  useEffect(() => {
    if (key !== null) void again();
    return () => void (turn.current += 1);
  }, [key]);

  return {
    ...{ value, trouble, again },
    show(fresh) {
      turn.current += 1;
      setState({ key, value: fresh, trouble: null });
    },
  };
}
