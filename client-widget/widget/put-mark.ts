import type { Writing } from './draft.ts';
import { around, eachLine, insert, link, type Edit } from './text-edits.ts';
import type { Tool } from './toolbar.tsx';

/** How each mark is put. */
export const EDITS: Record<Tool['name'], Edit> = {
  bold: around('**'),
  italic: around('*'),
  strike: around('~~'),
  quote: eachLine('> '),
  code: around('`'),
  list: eachLine('- '),
  anchor: link,
  spoiler: around('||'),
};

/** Puts a mark where the text is selected, or takes it away. */
export function putMark(name: Tool['name'], { field, write }: Pick<Writing, 'field' | 'write'>): void {
  const area = field.current;
  if (area === null) return;
  const done = EDITS[name]({ text: area.value, start: area.selectionStart, end: area.selectionEnd });
  area.focus();
  insert(area, done.text);
  area.setSelectionRange(done.start, done.end);
  write(area.value);
}
