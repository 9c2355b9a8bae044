import type { Speech } from './language.tsx';
import type { Choice } from './review-state.ts';

/** What the moderator chose, in words that go on within a sentence. */
export function choiceIn(choice: Choice, { words, say }: Pick<Speech, 'words' | 'say'>): string {
  if (choice.action === 'approve') return say(words.decide.choiceApprove);
  return say(words.decide.choiceRefuse, { code: say(words.codes[choice.code]) });
}
