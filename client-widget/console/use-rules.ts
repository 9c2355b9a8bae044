import { useEffect, useRef, useState } from 'preact/hooks';
import type { SiteModeration, SiteSummary } from '../../shared/site-moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { previewOf, rulesOf } from './api.ts';
import type { Answer, ConsoleApi, Trouble } from './api.ts';
import { draftOf, faultsIn, isChanged, rebase, settingsOf } from './rules-draft.ts';
import type { Faults, RulesDraft } from './rules-draft.ts';

export type RulesState =
  | { phase: 'loading' }
  /** There is no site whose rules there could be. */
  | { phase: 'none' }
  | { phase: 'failed'; trouble: Trouble }
  | {
      phase: 'ready';
      sites: readonly SiteSummary[];
      saved: SiteModeration;
      draft: RulesDraft;
      isSaving: boolean;
      trouble: Trouble | null;
      faults: Faults;
      /** What became of the last attempt to save; `merged` came back with what this colleague had changed meanwhile. */
      outcome: { kind: 'saved' } | { kind: 'merged'; by: string } | null;
    };

export interface Rules {
  state: RulesState;
  isDirty: boolean;
  load: (siteId?: string) => Promise<void>;
  edit: (change: Partial<RulesDraft>) => void;
  discard: () => void;
  /**
   * Saves, with how many texts go by it where that has been confirmed.
   * @returns that number where it is still to be confirmed
   */
  save: (count?: number) => Promise<number | null>;
  /** What a trial of the draft found wrong with it; none once it is right. */
  mark: (trouble: Trouble | null, sent: SiteSettings) => void;
}

const NO_FAULTS: Faults = new Map();

/** The rules of one site and what is being made of them. */
export function useRules(api: ConsoleApi): Rules {
  const [state, setState] = useState<RulesState>({ phase: 'loading' });
  const latest = useRef(state);
  // Read by what answers later, so it is renewed at once and not with the next drawing.
  const set = (next: RulesState): void => {
    latest.current = next;
    setState(next);
  };
  const change = (part: Partial<Extract<RulesState, { phase: 'ready' }>>): void => {
    if (latest.current.phase === 'ready') set({ ...latest.current, ...part });
  };

  async function load(siteId?: string): Promise<void> {
    set({ phase: 'loading' });
    const list = await api.sites();
    if (!list.ok) return set({ phase: 'failed', trouble: list.trouble });
    const site = list.value.items.find(({ id }) => id === siteId) ?? list.value.items[0];
    if (site === undefined) return set({ phase: 'none' });
    const answer = await api.rules(site.id);
    if (!answer.ok) return set({ phase: 'failed', trouble: answer.trouble });
    const fresh = { isSaving: false, trouble: null, faults: NO_FAULTS, outcome: null };
    const { value: saved } = answer;
    set({ phase: 'ready', sites: list.value.items, saved, draft: draftOf(saved.settings), ...fresh });
  }
  useEffect(() => void load(), []);

  async function save(count?: number): Promise<number | null> {
    const before = latest.current;
    if (before.phase !== 'ready' || before.isSaving) return null;
    const { saved, draft } = before;
    const sent = settingsOf(draft, saved.settings);
    change({ isSaving: true, trouble: null, outcome: null });
    const confirmed = count === undefined ? {} : { count };
    const answer = await api.changeRules(saved.site.id, { version: saved.version, settings: sent, ...confirmed });
    const asked = answer.ok ? null : (previewOf(answer.trouble)?.count ?? null);
    if (asked === null) set(afterSaving(latest.current, { saved, draft, sent }, answer));
    else change({ isSaving: false });
    return asked;
  }

  return {
    state,
    isDirty: state.phase === 'ready' && state.saved.mayChange && isChanged(state.draft, state.saved.settings),
    load,
    save,
    edit(part) {
      if (latest.current.phase === 'ready')
        change({ draft: { ...latest.current.draft, ...part }, outcome: null, trouble: null });
    },
    discard() {
      if (latest.current.phase !== 'ready') return;
      const draft = draftOf(latest.current.saved.settings);
      change({ draft, trouble: null, faults: NO_FAULTS, outcome: null });
    },
    mark: (trouble, sent) => change({ faults: trouble === null ? NO_FAULTS : faultsOf(trouble, sent) }),
  };
}

/**
 * What is on the screen once an attempt to save has its answer.
 * @param now what is there when the answer comes
 * @param asked what was there when it was sent, and what was
 */
export function afterSaving(
  now: RulesState,
  { saved, draft, sent }: { saved: SiteModeration; draft: RulesDraft; sent: SiteSettings },
  answer: Answer<SiteModeration>,
): RulesState {
  // Another site's rules are there by now, or the same as they were loaded since.
  if (now.phase !== 'ready' || now.saved !== saved) return now;
  const ended = { ...now, isSaving: false };
  if (answer.ok) {
    const { value } = answer;
    // What was typed while it was on its way is not saved yet, and stays.
    const next = now.draft === draft ? draftOf(value.settings) : rebase(now.draft, sent, value.settings);
    return { ...ended, saved: value, draft: next, faults: NO_FAULTS, outcome: { kind: 'saved' } };
  }
  const theirs = rulesOf(answer.trouble);
  if (theirs === null) return { ...ended, trouble: answer.trouble, faults: faultsOf(answer.trouble, sent) };
  const merged = rebase(now.draft, saved.settings, theirs.settings);
  return { ...ended, saved: theirs, draft: merged, outcome: { kind: 'merged', by: theirs.lastChange?.by.name ?? '' } };
}

function faultsOf(trouble: Trouble, sent: SiteSettings): Faults {
  return trouble.kind === 'problem' ? faultsIn(trouble.document.errors ?? [], sent) : NO_FAULTS;
}
