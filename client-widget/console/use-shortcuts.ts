import { useEffect, useRef } from 'preact/hooks';
import { commandOf, isPressable, isTypingPlace } from './keys.ts';
import type { Asking, Command } from './keys.ts';

/**
 * Runs a command for each shortcut pressed anywhere on the page, except while typing, while a dialog is open and
 * while the desk is not in front.
 * Escape works even with shortcuts switched off: it is no shortcut but how one leaves things.
 */
export function useShortcuts(given: {
  isOn: boolean;
  isInFront: boolean;
  asking: Asking;
  /** Whether the command meant something. */
  run: (command: Command) => boolean;
}): void {
  const latest = useRef(given);
  latest.current = given;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const now = latest.current;
      if (!now.isInFront || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]') !== null || isTypingPlace(event.target)) return;
      const command = commandOf(event, now.asking);
      if (command === null || (!now.isOn && command.do !== 'cancel')) return;
      if (event.key === 'Enter' && isPressable(event.target)) return;
      if (now.run(command)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
