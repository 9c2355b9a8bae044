/** A text with its selection, in UTF-16 offsets. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

export type Edit = (selected: Selected) => Selected;

/** Puts marks around the selection, or takes them away if they are there; an empty selection lands between them. */
export const around =
  (open: string, close = open): Edit =>
  ({ text, start, end }) => {
    const inside = text.slice(start, end);
    const before = text.slice(0, start);
    const after = text.slice(end);
    if (before.endsWith(open) && after.startsWith(close)) {
      const from = start - open.length;
      return { text: text.slice(0, from) + inside + after.slice(close.length), start: from, end: end - open.length };
    }
    return { text: before + open + inside + close + after, start: start + open.length, end: end + open.length };
  };

/** Puts a mark before every line the selection touches, or takes it away if all have it. */
export const eachLine =
  (mark: string): Edit =>
  ({ text, start, end }) => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const stop = text.indexOf('\n', end);
    const until = stop < 0 ? text.length : stop;
    const lines = text.slice(from, until).split('\n');
    const marked = lines.every((line) => line.startsWith(mark));
    const changed = lines.map((line) => (marked ? line.slice(mark.length) : mark + line)).join('\n');
    return {
      text: text.slice(0, from) + changed + text.slice(until),
      start: from + changed.length,
      end: from + changed.length,
    };
  };

/** A link: a selected address becomes the target, selected words become the text; what is missing is left selected. */
export const link: Edit = ({ text, start, end }) => {
  const chosen = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const [label, target] = isAddress ? ['', chosen] : [chosen, 'https://'];
  const at = isAddress ? start + 1 : start + label.length + 3;
  const length = isAddress ? 0 : target.length;
  return { text: `${text.slice(0, start)}[${label}](${target})${text.slice(end)}`, start: at, end: at + length };
};

/** Replaces the text as if typed, so that the browser's undo takes it back; where that is not offered, plainly. */
export function insert(area: HTMLTextAreaElement, text: string): void {
  area.select();
  const { ownerDocument: page } = area;
  if (!page.execCommand('insertText', false, text)) area.value = text;
}
