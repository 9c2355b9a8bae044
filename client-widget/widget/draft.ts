import type { ComponentType, RefObject } from 'preact';
import type { NudgeSentences } from '../../shared/messages/nudge/sentences.ts';
import type { Hint } from '../../shared/nudge.ts';
import type { Widget } from './context.ts';
import type { Hands } from './hands.ts';
import type { ShownComment } from './thread-state.ts';

export type DraftField = 'text' | 'name' | 'email';

/** What is being written, and what is wrong with it. `errors` are sentences by field. */
export interface Draft {
  text: string;
  name: string;
  email: string;
  sending: boolean;
  /** Whether the reader is being asked if what they wrote is to be thrown away. */
  asking: boolean;
  errors: Partial<Record<DraftField, string | undefined>>;
  failure: Failure | null;
  /** What stands under the text because the author asked for it. */
  aside: 'preview' | 'marks' | null;
  nudge: Told | null;
}

/** A draft in which nothing has been written yet, whoever writes it. */
export const BLANK: Omit<Draft, 'name' | 'email'> = {
  text: '',
  sending: false,
  asking: false,
  errors: {},
  failure: null,
  aside: null,
  nudge: null,
};

/** What the author was told before the comment is posted, and how it is said. */
export interface Told {
  hints: readonly Hint[];
  words: NudgeSentences;
  /** Whether they have yet to say if they rewrite it. */
  asking: boolean;
  /** Posts it all the same. */
  anyway: (writing: Writing) => void;
  Note: ComponentType<{ writing: Writing; told: Told }>;
}

/** Why the comment was not taken. */
export interface Failure {
  message: string;
  /** Whether sending the same again may help. */
  retry: boolean;
  /** When sending may help at the earliest, milliseconds since 1970, and the same in words. */
  from?: { at: number; label: string };
}

/** What the parts of an open composer work with. */
export interface Writing {
  id: string;
  widget: Widget;
  hands: Hands;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  write: (text: string) => void;
  /** Empties and closes the composer; who writes stays. */
  close: () => void;
  field: RefObject<HTMLTextAreaElement | null>;
  answers: ShownComment | undefined;
}

/** Id of the sentence that says what is wrong with a field. */
export const errorId = (id: string, field: DraftField): string => `${id}-${field}-error`;
export const fieldId = (id: string, field: DraftField): string => (field === 'text' ? id : `${id}-${field}`);

/** Where a draft is kept: one for the thread, one for each of its passages and each comment that is being answered. */
export const draftKey = (thread: string, part: string | null): string => `${thread}\n${part ?? ''}`;

/** How the names begin under which a thread's unsent comments are kept. */
export const unsentUnder = (thread: string): string => `${thread}\nunsent `;

/** Length as the service counts it: code points, without the white space around. */
export const lengthOf = (text: string): number => [...text.trim()].length;
