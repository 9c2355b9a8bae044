import type { RefObject } from 'preact';
import type { Hands, Widget } from './context.ts';
import type { ShownComment } from './thread-state.ts';

export type DraftField = 'text' | 'name' | 'email';

/** What is being written, and what is wrong with it. `errors` are sentences by field. */
export interface Draft {
  text: string;
  name: string;
  email: string;
  remember: boolean;
  sending: boolean;
  errors: Partial<Record<DraftField, string | undefined>>;
  /** Why the comment was not taken, and whether sending the same again may help. */
  failure: { message: string; retry: boolean } | null;
}

/** What the parts of an open composer work with. */
export interface Writing {
  id: string;
  widget: Widget;
  hands: Hands;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  write: (text: string) => void;
  /** Empties and closes the composer. */
  close: () => void;
  field: RefObject<HTMLTextAreaElement | null>;
  answers: ShownComment | undefined;
}

/** Id of the sentence that says what is wrong with a field. */
export const errorId = (id: string, field: DraftField): string => `${id}-${field}-error`;
export const fieldId = (id: string, field: DraftField): string => (field === 'text' ? id : `${id}-${field}`);

/** Where a draft is kept: one for the thread, one for each comment that is being answered. */
export const draftKey = (thread: string, parentId: string | null): string => `${thread}\n${parentId ?? ''}`;
