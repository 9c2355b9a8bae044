import { isPressable, isTypingPlace } from './keys.ts';
import type { Decisions } from './use-decisions.ts';

/** What panels say of Escape and Enter, for where no shortcut of the desk does it. */
export function panelKeys(decisions: Pick<Decisions, 'panel' | 'cancel' | 'send'>): (event: KeyboardEvent) => void {
  return (event) => {
    if (decisions.panel === null || event.defaultPrevented || isTypingPlace(event.target)) return;
    if (event.key === 'Escape') decisions.cancel();
    else if (event.key === 'Enter' && !isPressable(event.target)) decisions.send();
    else return;
    event.preventDefault();
  };
}
