import { useEffect, useRef, useState } from 'preact/hooks';
import type { Team } from '../../shared/team.ts';
import type { ConsoleApi, Trouble } from './api.ts';

export interface TeamState {
  /** As last read; null until it is. */
  team: Team | null;
  /** Why it could not be read. */
  trouble: Trouble | null;
  load: () => Promise<void>;
}

/** The team, read at the beginning and whenever something about it was changed. */
export function useTeam(api: Pick<ConsoleApi, 'team'>): TeamState {
  const [team, setTeam] = useState<Team | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asked = useRef(0);

  async function load(): Promise<void> {
    const turn = ++asked.current;
    setTrouble(null);
    const answer = await api.team();
    if (turn !== asked.current) return;
    if (answer.ok) setTeam(answer.value);
    else setTrouble(answer.trouble);
  }
  useEffect(() => {
    void load();
    return () => void (asked.current += 1);
  }, []);

  return { team, trouble, load };
}
