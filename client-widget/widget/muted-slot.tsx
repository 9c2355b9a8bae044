import type { ShownComment } from './thread-state.ts';
import { usePart } from './use-part.ts';

/** In the place of a comment by somebody the reader has muted. Its place stays empty until there are words for it. */
export function Muted({ comment }: { comment: ShownComment }) {
  const part = usePart(true, () => import('./subscribe.tsx'));
  return part && <part.Veiled comment={comment} words={part.words} />;
}
