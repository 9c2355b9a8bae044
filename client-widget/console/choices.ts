import type { ModeratorView } from '../../shared/identity.ts';
import { ACTIONS } from '../../shared/moderation-terms.ts';
import type { Action } from '../../shared/moderation.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { barredFrom } from './barred.ts';
import type { Speech } from './language.tsx';
import { isPutAside, waits } from './queue-order.ts';
import type { Choice } from './review-state.ts';
import { momentOf } from './times.ts';

/** Who decides. */
export type Deciding = Pick<ModeratorView, 'id' | 'role'>;

/** What somebody can do about a card; nothing where only an admin may, or only a colleague. */
export function actionsFor(card: ReviewCard, { id, role }: Deciding): readonly Action[] {
  const barred = barredFrom(card, id);
  return actionsOfAll(card, role).filter((action) => !barred.includes(action));
}

function actionsOfAll(card: ReviewCard, role: Deciding['role']): readonly Action[] {
  if (!waits(card) && !isPutAside(card)) return [];
  if (card.review === 'escalated' && role === 'moderator') return [];
  if (card.queue === 'appeal') return ['uphold', 'overturn'];
  return ACTIONS.filter((action) => {
    if (action === 'uphold' || action === 'overturn') return false;
    // What was passed on already, or put aside already, cannot be so once more.
    if (action === 'escalate') return card.review !== 'escalated';
    return action !== 'snooze' || waits(card);
  });
}

/** The same for a comment wherever it is met: what waits no more can still be decided otherwise. */
export function actionsAnywhere(card: ReviewCard, me: Deciding): readonly Action[] {
  if (card.vis === 'erased' || card.wipedAt !== undefined) return [];
  if (card.review === 'none') return ['approve', 'refuse', 'spam', 'escalate'];
  if (card.review !== 'closed') return actionsFor(card, me);
  if (card.vis !== 'visible') return ['approve'];
  const barred = barredFrom(card, me.id);
  return (['refuse', 'spam'] as const).filter((action) => !barred.includes(action));
}

/** Whether a card stands as this choice of mine leaves it. */
export function matches(card: ReviewCard, me: string, choice: Choice): boolean {
  const { outcome } = card;
  switch (choice.action) {
    case 'escalate':
      return card.review === 'escalated' && card.undo?.by.id === me;
    case 'snooze':
      return isPutAside(card) && card.undo?.by.id === me;
    case 'approve':
    case 'overturn':
      return outcome?.by.id === me && outcome.kind === 'approved';
    case 'uphold':
      return outcome?.by.id === me && outcome.kind === 'refused';
    case 'refuse':
    case 'spam': {
      const codes = choice.action === 'spam' ? ['spam'] : choice.codes;
      return outcome?.by.id === me && outcome.kind === 'refused' && outcome.codes.join() === codes.join();
    }
  }
}

/** What the moderator chose, in words that go on within a sentence. */
export function choiceIn(choice: Choice, { words, say, locale }: Pick<Speech, 'words' | 'say' | 'locale'>): string {
  if (choice.action === 'refuse') {
    const codes = choice.codes.map((code) => say(words.codes[code]));
    return say(words.decide.choiceRefuse, { code: new Intl.ListFormat(locale).format(codes) });
  }
  if (choice.action === 'snooze') return say(words.decide.choiceSnooze, { when: momentOf(choice.until, locale) });
  return say(words.choices[choice.action]);
}
