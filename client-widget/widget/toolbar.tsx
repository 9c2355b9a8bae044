import { Icon } from './icon.tsx';
import type { Writing } from './draft.ts';

/** A mark of the Markdown subset: how it is put, its key beside the one that is held, and its drawing, an outline in a box of 24. */
export interface Tool {
  name: 'bold' | 'italic' | 'strike' | 'quote' | 'code' | 'list' | 'anchor' | 'spoiler';
  key: string;
  shift?: true;
  drawing: string;
}

export const TOOLS: readonly Tool[] = [
  { name: 'bold', key: 'B', drawing: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z' },
  { name: 'italic', key: 'I', drawing: 'M10 5h8M6 19h8M14.5 5l-5 14' },
  {
    name: 'strike',

    key: 'X',
    shift: true,
    drawing: 'M4 12h16M16 8c-1-4-8-4-8 0m0 8c1 4 8 4 8 0',
  },
  { name: 'quote', key: '9', shift: true, drawing: 'M5 6v12M10 8h9M10 12h9M10 16h6' },
  { name: 'code', key: 'E', drawing: 'm8 8-4 4 4 4m8-8 4 4-4 4' },
  {
    name: 'list',

    key: '8',
    shift: true,
    drawing: 'M5 7h.01M5 12h.01M5 17h.01M9.5 7H20M9.5 12H20M9.5 17H20',
  },
  {
    name: 'anchor',

    key: 'K',
    drawing: 'M10 8H8a4 4 0 0 0 0 8h2m4-8h2a4 4 0 0 1 0 8h-2m-6-4h8',
  },
  {
    name: 'spoiler',

    key: 'H',
    shift: true,
    drawing: 'M4 4l16 16M3 12q9-13 18 0q-9 13-18 0',
  },
];

const IS_MAC = /mac|iphone|ipad/i.test(navigator.platform);

/** The key that is held with all of them, and a tool's keys, as they stand on this machine's keyboard. */
export const HELD = IS_MAC ? '⌘' : 'Ctrl';
export const keysOf = ({ key, shift }: Tool): string => [HELD, ...(shift ? ['⇧'] : []), key].join(IS_MAC ? '' : '+');

/**
 * What a key press does to the text; null for nothing. The letter counts, or its place where the keyboard writes another
 * script; digits count by their place, as Shift makes something else of them.
 */
export function editFor(event: KeyboardEvent, writing: Writing): (() => void) | null {
  const { altKey, code, ctrlKey, key, metaKey, shiftKey } = event;
  if (altKey || !(IS_MAC ? metaKey : ctrlKey)) return null;
  const pressed = /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace(/^(Key|Digit)/, '');
  const tool = TOOLS.find((one) => one.key === pressed && (one.shift ?? false) === shiftKey);
  return tool ? () => apply(tool, writing) : null;
}

/** Few put marks, so what does is loaded with the first one. */
const apply = ({ name }: Tool, writing: Writing) =>
  void import('./put-mark.ts').then(({ putMark }) => putMark(name, writing), writing.hands.failed);

/** One stop for the Tab key; arrows move inside, as the toolbar pattern of the ARIA practices asks. */
export function Toolbar(writing: Writing) {
  const { change, draft, hands, id, widget } = writing;
  const { say } = widget.words;
  const { writing: words } = hands.words;
  const isHelping = draft.aside === 'marks';
  return (
    <div class="toolbar" role="toolbar" aria-label={say(words.toolbar)} aria-controls={id} onKeyDown={walk}>
      {TOOLS.map((tool, index) => (
        <button
          key={tool.name}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          aria-label={say(words[tool.name])}
          aria-keyshortcuts={`${IS_MAC ? 'Meta' : 'Control'}+${tool.shift ? 'Shift+' : ''}${tool.key}`}
          title={`${say(words[tool.name])} (${keysOf(tool)})`}
          onClick={() => apply(tool, writing)}
        >
          <Icon line={tool.drawing} />
        </button>
      ))}
      <button
        type="button"
        class="marks"
        tabIndex={-1}
        aria-label={say(words.marks)}
        title={say(words.marks)}
        aria-expanded={isHelping}
        onClick={() => change({ aside: isHelping ? null : 'marks' })}
      >
        ?
      </button>
    </div>
  );
}

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const ahead = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const step = event.key === ahead ? 1 : /^Arrow(Left|Right)$/.test(event.key) ? -1 : 0;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.target);
  const next = buttons.at((at + step) % buttons.length);
  if (step === 0 || at < 0 || next === undefined) return;
  event.preventDefault();
  buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
  next.focus();
}
