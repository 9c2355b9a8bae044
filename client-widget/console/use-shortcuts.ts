import { useEffect, useRef } from 'preact/hooks';
import { commandOf, isPressable, isTypingPlace } from './keys.ts';
import type { Command } from './keys.ts';

/**
 * Runs a command for each shortcut pressed anywhere on the page, except while typing and while a dialog is open.
 * Escape works even with shortcuts switched off: it is no shortcut but how one leaves things.
 */
export function useShortcuts(isOn: boolean, isRefusing: boolean, run: (command: Command) => boolean): void {
  const latest = useRef({ isOn, isRefusing, run });
  latest.current = { isOn, isRefusing, run };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const now = latest.current;
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (isTypingPlace(event.target)) return;
      const command = commandOf(event, now.isRefusing);
      if (command === null || (!now.isOn && command.do !== 'cancel')) return;
      if (event.key === 'Enter' && isPressable(event.target)) return;
      if (now.run(command)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
