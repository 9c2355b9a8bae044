import { useState } from 'preact/hooks';
import { NOTE_MAX } from '../../shared/limits.ts';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import type { Action, ReasonCode } from '../../shared/moderation.ts';
import { actionsFor, type Deciding } from './choices.ts';
import type { Desk } from './desk.ts';
import type { Asking } from './keys.ts';
import { keptBy } from './presence.ts';
import { isDecidable } from './review-state.ts';
import type { Choice, Entry } from './review-state.ts';
import { withReason } from './use-drafts.ts';
import type { Draft, Drafts } from './use-drafts.ts';

/** What is being asked before something is done about the comment at hand. */
export type Panel = 'refuse' | 'escalate' | 'snooze' | 'uphold';

export interface Decisions {
  /** What can be done about the comment at hand, by this moderator, now. */
  actions: readonly Action[];
  panel: Panel | null;
  asking: Asking;
  draft: Draft;
  /** Whether there is a field for what is said to colleagues. */
  isRemarking: boolean;
  remark: () => void;
  write: (change: Partial<Draft>) => void;
  /** Begins with an action: it is done at once, or asks for more first. */
  begin: (action: Action) => void;
  /** A reason was chosen: it is sent, or, with several to choose, added or taken away. */
  pick: (code: ReasonCode, adds?: boolean) => void;
  snooze: (until: Date) => void;
  /** Sends what the open panel asks for, as far as it has been answered. */
  send: () => void;
  cancel: () => void;
}

const ASKS: Readonly<Record<Panel, Asking>> = {
  refuse: 'reasons',
  escalate: 'words',
  snooze: 'moment',
  uphold: 'words',
};

/** Decides about the comment at hand, with what is written about it. */
export function useDecisions(
  desk: Pick<Desk, 'decide'>,
  entry: Entry | undefined,
  {
    drafts,
    me,
    now,
    actionsOf = actionsFor,
  }: { drafts: Drafts; me: Deciding; now: number; actionsOf?: typeof actionsFor },
): Decisions {
  const [asked, setAsked] = useState<{ id: string; panel: Panel } | null>(null);
  const [remarking, setRemarking] = useState<string | null>(null);
  const card = entry?.card;
  const isOpen = entry !== undefined && isDecidable(entry) && keptBy(entry.card, me.id, now) === null;
  const actions = isOpen && card !== undefined ? actionsOf(card, me) : [];
  const panel = isOpen && asked !== null && asked.id === card?.id && actions.includes(asked.panel) ? asked.panel : null;
  const draft = drafts.of(card?.id ?? '');
  const write = (change: Partial<Draft>): void => {
    if (card !== undefined) drafts.write(card.id, change);
  };

  function decide(choice: Choice): void {
    if (card === undefined || !actions.includes(choice.action) || !isFitting(draft)) return;
    setAsked(null);
    const remark = draft.remark.trim();
    void desk.decide(card.id, remark === '' ? choice : { ...choice, remark });
  }

  /** The note to the author, with what is said to the author. */
  function noted(): { note?: string } {
    const note = draft.note.trim();
    return note === '' ? {} : { note };
  }

  function send(): void {
    if (panel === 'refuse' && draft.codes.length > 0) decide({ action: 'refuse', codes: [...draft.codes], ...noted() });
    if (panel === 'escalate') decide({ action: 'escalate' });
    if (panel === 'uphold') decide({ action: 'uphold', ...noted() });
  }

  return {
    actions,
    panel,
    asking: panel === null ? 'nothing' : ASKS[panel],
    draft,
    isRemarking: card !== undefined && remarking === card.id,
    remark: () => setRemarking(card?.id ?? null),
    write,
    begin(action) {
      if (card === undefined || !actions.includes(action)) return;
      if (action === 'approve' || action === 'spam') decide({ action });
      else if (action === 'overturn') decide({ action, ...noted() });
      else setAsked({ id: card.id, panel: action });
    },
    pick(code, adds = false) {
      if (!REASON_CODES.includes(code)) return;
      if (adds || draft.isSeveral) write({ isSeveral: true, codes: withReason(draft.codes, code) });
      else decide({ action: 'refuse', codes: [code], ...noted() });
    },
    snooze: (until) => decide({ action: 'snooze', until: until.toISOString() }),
    send,
    cancel() {
      setAsked(null);
      write({ codes: [], isSeveral: false });
    },
  };
}

/** Whether what is written is no longer than it may be. */
export function isFitting({ note, remark }: Draft): boolean {
  return note.trim().length <= NOTE_MAX && remark.trim().length <= NOTE_MAX;
}
