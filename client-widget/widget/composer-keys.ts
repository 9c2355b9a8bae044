import type { Draft, Writing } from './draft.ts';
import { editFor } from './toolbar.tsx';

export const isBlank = ({ text }: Draft): boolean => text.trim() === '';

/**
 * Cancelling, by the button or by Escape: asks first if something would be lost; asked already, or told of a word, one goes on
 * writing.
 */
export function giveUp(writing: Writing): void {
  const { draft, change, field } = writing;
  if (draft.nudge?.asking) {
    change({ nudge: { ...draft.nudge, asking: false } });
    return field.current?.focus();
  }
  if (isBlank(draft)) return writing.close();
  change({ asking: !draft.asking });
  if (draft.asking) field.current?.focus();
}

/** The keys of an open composer: Ctrl+Enter sends, Escape gives up, and each mark has its own. */
export function onKey(event: KeyboardEvent & { currentTarget: HTMLFormElement }, writing: Writing): void {
  if (event.isComposing) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return event.currentTarget.requestSubmit();
  if (event.key === 'Escape') {
    event.preventDefault();
    return giveUp(writing);
  }
  const edit = event.target === writing.field.current ? editFor(event, writing) : null;
  if (edit === null) return;
  event.preventDefault();
  edit();
}
