import type { CopyByHandProps } from './hands.ts';
import { usePart } from './use-part.ts';

/** The place for the link to a comment where the clipboard is closed to the page. */
export function CopySlot(props: CopyByHandProps) {
  const part = usePart(true, () => import('./copy-by-hand.tsx'), props.onLeave);
  return part && <part.CopyByHand {...props} />;
}
