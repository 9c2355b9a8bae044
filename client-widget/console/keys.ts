import { TABS } from './desk-filter.ts';

type Plain<Name> = Name extends string ? { do: Name } : never;

export type Command =
  | Plain<
      'next' | 'previous' | 'open' | 'refresh' | 'done' | 'help' | 'cancel' | 'send' | 'undo' | 'take-over' | 'veil'
    >
  | Plain<'approve' | 'refuse' | 'spam' | 'escalate' | 'snooze' | 'note' | 'remark'>
  | Plain<'filter' | 'clear' | 'pick' | 'act-on-picked' | 'more-by-author' | 'more-in-thread'>
  | { do: 'tab'; index: number }
  | { do: 'moment'; index: number }
  /** `adds`: one of several, not to be sent yet. */
  | { do: 'reason'; index: number; adds: boolean };

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** The key is held down. */
  repeat: boolean;
}

/** What is asked about the comment at hand: nothing yet, reasons, a moment, or whether to go through with something. */
export type Asking = 'nothing' | 'reasons' | 'moment' | 'words';

/** What the keys mean while nothing is asked. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  j: { do: 'next' },
  ArrowDown: { do: 'next' },
  k: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  a: { do: 'approve' },
  r: { do: 'refuse' },
  s: { do: 'spam' },
  e: { do: 'escalate' },
  z: { do: 'snooze' },
  n: { do: 'note' },
  m: { do: 'remark' },
  t: { do: 'take-over' },
  f: { do: 'filter' },
  l: { do: 'clear' },
  x: { do: 'pick' },
  p: { do: 'act-on-picked' },
  b: { do: 'more-by-author' },
  d: { do: 'more-in-thread' },
  v: { do: 'veil' },
  o: { do: 'open' },
  g: { do: 'refresh' },
  Enter: { do: 'done' },
  c: { do: 'done' },
  '?': { do: 'help' },
};

const WHILE_ASKED: Readonly<Record<string, Command>> = {
  Escape: { do: 'cancel' },
  Enter: { do: 'send' },
  n: { do: 'note' },
  m: { do: 'remark' },
  v: { do: 'veil' },
};

/** What a key asks for, null for nothing. Only those that move through the list may be held down. */
export function commandOf(press: KeyPress, asking: Asking): Command | null {
  const command = isUndo(press) ? ({ do: 'undo' } as const) : plainCommand(press, asking);
  if (command === null) return null;
  return press.repeat && command.do !== 'next' && command.do !== 'previous' ? null : command;
}

function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'z';
}

/**
 * Digits go by the place of the key, since on a French keyboard the row of digits types "&é"'(" unless Shift is held. They mean
 * what is numbered on the screen: the queues, or the reasons and moments there are to choose from.
 */
function plainCommand(press: KeyPress, asking: Asking): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const commands = asking === 'nothing' ? COMMANDS : WHILE_ASKED;
  if (Object.hasOwn(commands, key)) return commands[key] ?? null;
  const index = digitOf(press) - 1;
  if (index < 0) return null;
  if (asking === 'reasons') return { do: 'reason', index, adds: press.shiftKey };
  if (asking === 'moment') return { do: 'moment', index };
  return asking === 'nothing' && index < TABS.length ? { do: 'tab', index } : null;
}

function digitOf({ key, code }: KeyPress): number {
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? /^[1-9]$/.exec(key)?.[0] ?? 0);
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
