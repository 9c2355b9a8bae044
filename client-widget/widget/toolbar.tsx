import { around, eachLine, link, type Edit } from './text-edits.ts';
import type { WritingSentences } from '../../shared/messages/acting/sentences.ts';
import type { Writing } from './draft.ts';

/** Marks of the Markdown subset, each with its drawing: an outline in a box of 24. */
const TOOLS: [keyof WritingSentences, Edit, string][] = [
  ['bold', around('**'), 'M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z'],
  ['italic', around('*'), 'M10 5h8M6 19h8M14.5 5l-5 14'],
  [
    'strike',
    around('~~'),
    'M4 12h16M16.5 7.5C16 6 14.5 5 12 5 9.5 5 8 6.5 8 8.2M8 16c.5 2 2 3 4.2 3 2.6 0 4.3-1.3 4.3-3.4',
  ],
  ['quote', eachLine('> '), 'M5 6v12M10 8h9M10 12h9M10 16h6'],
  ['code', around('`'), 'm8 8-4 4 4 4m8-8 4 4-4 4'],
  ['list', eachLine('- '), 'M5 7h.01M5 12h.01M5 17h.01M9.5 7H20M9.5 12H20M9.5 17H20'],
  ['anchor', link, 'm10 14 4-4M8.5 11.5 6 14a3 3 0 0 0 4.2 4.2l2.5-2.5M11.5 8.5 14 6a3 3 0 0 1 4.2 4.2l-2.5 2.5'],
  [
    'spoiler',
    around('||'),
    'M4 4l16 16M10 6.3a9 9 0 0 1 2-.3c5 0 8 6 8 6a14 14 0 0 1-2.3 3M6.5 8A14 14 0 0 0 4 12s3 6 8 6a8 8 0 0 0 3-.6',
  ],
];

/** One stop for the Tab key; arrows move inside, as the toolbar pattern of the ARIA practices asks. */
export function Toolbar({ hands, widget, field, write, id }: Writing) {
  const { say } = widget.words;
  const { writing } = hands.words;
  const apply = (edit: Edit) => {
    const area = field.current;
    if (area === null) return;
    const done = edit({ text: area.value, start: area.selectionStart, end: area.selectionEnd });
    area.focus();
    insert(area, done.text);
    area.setSelectionRange(done.start, done.end);
    write(area.value);
  };
  return (
    <div class="toolbar" role="toolbar" aria-label={say(writing.toolbar)} aria-controls={id} onKeyDown={walk}>
      {TOOLS.map(([name, edit, drawing], index) => (
        <button
          key={name}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          aria-label={say(writing[name])}
          title={say(writing[name])}
          onClick={() => apply(edit)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={drawing} />
          </svg>
        </button>
      ))}
    </div>
  );
}

/** Replaces the text as if typed, so that the browser's undo takes it back; where that is not offered, plainly. */
function insert(area: HTMLTextAreaElement, text: string): void {
  area.select();
  const { ownerDocument: page } = area;
  if (!page.execCommand('insertText', false, text)) area.value = text;
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
