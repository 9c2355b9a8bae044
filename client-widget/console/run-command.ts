import { REASON_CODES } from '../../shared/moderation-terms.ts';
import { fragmentOf, TABS } from './desk-filter.ts';
import type { DeskFilter } from './desk-filter.ts';
import type { Desk } from './desk.ts';
import type { Command } from './keys.ts';
import { keptBy } from './presence.ts';
import type { Entry, ReviewState } from './review-state.ts';
import { snoozeTimes } from './snooze-times.ts';
import type { Decisions } from './use-decisions.ts';

export interface CommandDeps {
  desk: Desk;
  review: ReviewState;
  entry: Entry | undefined;
  decisions: Decisions;
  me: string;
  now: number;
  /** Puts the cursor into what is written to the author or to colleagues, or into the field for a moment of one's own. */
  focusField: (which: 'note' | 'remark' | 'moment') => void;
  acknowledge: (id: string) => void;
  onHelp: () => void;
  onFilter: () => void;
  /** Picks a comment to be acted on with others, or no longer. */
  onPick: (id: string) => void;
  /** Asks what to do with what is picked; whether anything is. */
  onActOnPicked: () => boolean;
  onVeil: () => void;
}

/** Goes to another part of the queue; its address makes the desk show it. */
export function goTo(filter: DeskFilter): void {
  location.hash = fragmentOf(filter);
}

/** What each shortcut does. The answer tells whether it meant something here. */
export function runCommand(command: Command, deps: CommandDeps): boolean {
  const { decisions } = deps;
  switch (command.do) {
    // An appeal is answered with the keys of what is like it.
    case 'approve':
      decisions.begin(decisions.actions.includes('overturn') ? 'overturn' : 'approve');
      return true;
    case 'refuse':
      decisions.begin(decisions.actions.includes('uphold') ? 'uphold' : 'refuse');
      return true;
    case 'spam':
    case 'escalate':
    case 'snooze':
      decisions.begin(command.do);
      return true;
    case 'reason': {
      const code = REASON_CODES[command.index];
      if (code === undefined) return false;
      decisions.pick(code, command.adds);
      return true;
    }
    case 'moment': {
      const times = snoozeTimes(new Date());
      const time = times[command.index];
      if (time !== undefined) decisions.snooze(time.at);
      else if (command.index === times.length) deps.focusField('moment');
      return true;
    }
    case 'send':
      decisions.send();
      return true;
    case 'cancel':
      decisions.cancel();
      return true;
    case 'note':
    case 'remark':
      deps.focusField(command.do);
      return true;
    default:
      return moveAbout(command, deps);
  }
}

type Deciding = 'approve' | 'refuse' | 'spam' | 'escalate' | 'snooze' | 'reason' | 'moment' | 'send' | 'cancel';
type Moving = Exclude<Command, { do: Deciding | 'note' | 'remark' }>;

function moveAbout(command: Moving, deps: CommandDeps): boolean {
  const { desk, review, entry, me, now } = deps;
  switch (command.do) {
    case 'next':
    case 'previous':
      desk.dispatch({ type: 'moved', by: command.do === 'next' ? 1 : -1 });
      return true;
    case 'undo':
      void desk.undo();
      return true;
    case 'take-over':
      if (entry === undefined || keptBy(entry.card, me, now) === null) return false;
      void desk.takeOver(entry.card.id);
      return true;
    case 'tab':
      goTo({ ...review.filter, tab: TABS[command.index] ?? 'all' });
      return true;
    case 'clear':
      goTo({ tab: review.filter.tab });
      return true;
    case 'more-by-author':
      if (entry !== undefined) goTo({ tab: 'all', author: entry.card.author.id });
      return true;
    case 'more-in-thread':
      if (entry !== undefined) goTo({ tab: 'all', thread: entry.card.thread.id });
      return true;
    case 'pick':
      if (entry !== undefined) deps.onPick(entry.card.id);
      return entry !== undefined;
    case 'act-on-picked':
      return deps.onActOnPicked();
    case 'filter':
      deps.onFilter();
      return true;
    case 'veil':
      deps.onVeil();
      return true;
    case 'open': {
      const url = entry?.card.thread.url ?? null;
      if (url !== null) open(url, '_blank', 'noopener');
      return true;
    }
    case 'refresh':
      void desk.refresh();
      return true;
    case 'done':
      if (entry?.standing.kind !== 'settled') return false;
      deps.acknowledge(entry.card.id);
      return true;
    case 'help':
      deps.onHelp();
      return true;
  }
}
