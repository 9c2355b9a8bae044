import { useEffect, useRef, useState } from 'preact/hooks';
import type { PersonCard } from '../../shared/people.ts';
import type { ConsoleApi, Trouble } from './api.ts';

export interface PersonState {
  /** As last read; null until it is. */
  card: PersonCard | null;
  trouble: Trouble | null;
  load: () => Promise<void>;
  /** As an act has left them. */
  show: (card: PersonCard) => void;
}

/** One reader, read at the beginning and whenever something may have changed about them. */
export function usePerson(api: Pick<ConsoleApi, 'person'>, id: string): PersonState {
  const [card, setCard] = useState<PersonCard | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const turn = useRef(0);

  async function load(): Promise<void> {
    const mine = ++turn.current;
    setTrouble(null);
    const answer = await api.person(id);
    if (mine !== turn.current) return;
    if (answer.ok) setCard(answer.value);
    else setTrouble(answer.trouble);
  }
  useEffect(() => {
    void load();
    return () => void (turn.current += 1);
  }, []);

  return {
    card,
    trouble,
    load,
    show(fresh) {
      turn.current += 1;
      setTrouble(null);
      setCard(fresh);
    },
  };
}
