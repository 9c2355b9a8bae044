import { useEffect, useState } from 'preact/hooks';
import type { ReasonCode } from '../../shared/moderation.ts';
import type { ReviewState } from './review-state.ts';

/** What a moderator is about to say of one comment. */
export interface Draft {
  /** To the author. */
  note: string;
  /** To colleagues. */
  remark: string;
  /** Reasons chosen so far, the main one first. */
  codes: readonly ReasonCode[];
  /** Whether several reasons are being chosen. */
  isSeveral: boolean;
}

export interface Drafts {
  of: (id: string) => Draft;
  write: (id: string, change: Partial<Draft>) => void;
}

export const EMPTY_DRAFT: Draft = { note: '', remark: '', codes: [], isSeveral: false };

/** Keeps a draft for as long as its comment is on the desk, whatever else happens to it meanwhile. */
export function useDrafts({ entries }: ReviewState): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  useEffect(() => {
    if ([...drafts.keys()].some((id) => !entries.has(id)))
      setDrafts(new Map([...drafts].filter(([id]) => entries.has(id))));
  }, [entries]);
  const of = (id: string): Draft => drafts.get(id) ?? EMPTY_DRAFT;
  return {
    of,
    write: (id, change) =>
      setDrafts((before) => new Map(before).set(id, { ...(before.get(id) ?? EMPTY_DRAFT), ...change })),
  };
}

/** A reason more, or one less if it is chosen already. */
export function withReason(codes: readonly ReasonCode[], code: ReasonCode): readonly ReasonCode[] {
  return codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
}
