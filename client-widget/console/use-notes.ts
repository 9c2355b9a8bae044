import { useEffect, useState } from 'preact/hooks';
import type { ReviewState } from './review-state.ts';

/** What a moderator is writing to authors, by comment. */
export interface Notes {
  of: (id: string) => string;
  write: (id: string, note: string) => void;
}

/** Keeps a note for as long as its comment is on the desk, whatever else happens to it meanwhile. */
export function useNotes({ entries }: ReviewState): Notes {
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if ([...notes.keys()].some((id) => !entries.has(id)))
      setNotes(new Map([...notes].filter(([id]) => entries.has(id))));
  }, [entries]);
  return {
    of: (id) => notes.get(id) ?? '',
    write: (id, note) => setNotes((before) => new Map(before).set(id, note)),
  };
}
