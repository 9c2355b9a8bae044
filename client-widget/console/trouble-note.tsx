import type { JSX } from 'preact';
import type { Trouble } from './api.ts';
import { useSpeech } from './language.tsx';
import type { Speech } from './language.tsx';

/** What went wrong, in a sentence of the page's language that says what to do. */
export function troubleSentence(trouble: Trouble, { words, say }: Pick<Speech, 'words' | 'say'>): string {
  switch (trouble.kind) {
    case 'problem':
      return trouble.document.detail;
    case 'unreachable':
      return say(words.page.unreachable);
    case 'no-passkey':
      return say(words.entry.noPasskey);
    case 'passkey-known':
      return say(words.entry.passkeyKnown);
  }
}

/** The sentence about one field of a form, null if nothing is wrong with it. */
export function fieldMessage(trouble: Trouble | null, path: string): string | null {
  if (trouble?.kind !== 'problem') return null;
  return trouble.document.errors?.find((error) => error.path === path)?.message ?? null;
}

/** Says what went wrong, aloud too. The element is always there, so that screen readers notice the change. */
export function TroubleNote({ trouble }: { trouble: Trouble | null }): JSX.Element {
  const speech = useSpeech();
  return <div role="alert">{trouble !== null && <p class="trouble">{troubleSentence(trouble, speech)}</p>}</div>;
}
