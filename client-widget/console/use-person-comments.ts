import { useEffect, useRef, useState } from 'preact/hooks';
import type { PersonComment } from '../../shared/people.ts';
import type { ConsoleApi, Trouble } from './api.ts';

export interface PersonCommentsState {
  items: readonly PersonComment[];
  /** Null where there are no more. */
  next: string | null;
  onlyRefused: boolean;
  isLoading: boolean;
  trouble: Trouble | null;
  pick: (onlyRefused: boolean) => void;
  more: () => Promise<void>;
}

/** What a reader wrote, a page at a time: all of it, or what people refused. */
export function usePersonComments(api: Pick<ConsoleApi, 'personComments'>, id: string): PersonCommentsState {
  const [items, setItems] = useState<readonly PersonComment[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [onlyRefused, pick] = useState(false);
  const [isLoading, setLoading] = useState(true);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const turn = useRef(0);

  async function ask(cursor: string | null): Promise<void> {
    const mine = ++turn.current;
    setLoading(true);
    const answer = await api.personComments(id, {
      ...(onlyRefused ? { only: 'refused' as const } : {}),
      ...(cursor === null ? {} : { cursor }),
    });
    if (mine !== turn.current) return;
    setLoading(false);
    if (!answer.ok) return setTrouble(answer.trouble);
    setTrouble(null);
    setItems(cursor === null ? answer.value.items : [...items, ...answer.value.items]);
    setNext(answer.value.next);
  }
  useEffect(() => {
    void ask(null);
    return () => void (turn.current += 1);
  }, [onlyRefused]);

  return { items, next, onlyRefused, isLoading, trouble, pick, more: () => ask(next) };
}
