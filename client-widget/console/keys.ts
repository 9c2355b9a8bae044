export type Command =
  | { do: 'next' | 'previous' | 'approve' | 'refuse' | 'note' | 'cancel' | 'open' | 'refresh' | 'done' | 'help' }
  | { do: 'reason'; index: number };

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** The key is held down. */
  repeat: boolean;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  j: { do: 'next' },
  ArrowDown: { do: 'next' },
  k: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  a: { do: 'approve' },
  r: { do: 'refuse' },
  o: { do: 'open' },
  g: { do: 'refresh' },
  Enter: { do: 'done' },
  c: { do: 'done' },
  '?': { do: 'help' },
};

/**
 * What a key asks for, null for nothing. While reasons are shown, digits choose one: by the place of the key, since on a
 * French keyboard the row of digits types "&é"'(" unless Shift is held.
 */
export function commandOf(press: KeyPress, isRefusing: boolean): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const command = isRefusing
    ? refusingCommand(press)
    : COMMANDS[press.key.length === 1 ? press.key.toLowerCase() : press.key];
  if (command === undefined || command === null) return null;
  // A key held down may run through the list, but decides once.
  if (press.repeat && command.do !== 'next' && command.do !== 'previous') return null;
  return command;
}

function refusingCommand({ key, code }: KeyPress): Command | null {
  if (key === 'Escape') return { do: 'cancel' };
  if (key === 'n' || key === 'N') return { do: 'note' };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? /^[1-9]$/.exec(key)?.[0];
  return digit === undefined ? null : { do: 'reason', index: Number(digit) - 1 };
}

/** Whether keys pressed here are text, or mean something to the element itself. */
export function isTypingPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Whether Enter presses this element. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a[href], summary, input') !== null;
}
