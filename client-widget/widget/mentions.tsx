import type { Naming } from './mention-choice.ts';
import { usePart } from './use-part.ts';

/** Offers people to mention once an @ is typed; nobody else loads it. Without it names can still be typed, as words like any other. */
export function Mentions(naming: Naming) {
  const part = usePart(naming.draft.text.includes('@'), () => import('./mention-list.tsx'));
  return part && <part.MentionList {...naming} words={part.words} />;
}
