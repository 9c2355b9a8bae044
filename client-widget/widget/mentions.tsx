import { useEffect, useState } from 'preact/hooks';
import type { Writing } from './draft.ts';
import type * as MentionList from './mention-list.tsx';

/** Offers people to mention once an @ is typed; nobody else loads it. */
export function Mentions(writing: Writing) {
  const { root } = writing.widget;
  const [part, setPart] = useState<typeof MentionList | null>(null);
  const isWanted = writing.draft.text.includes('@');
  useEffect(() => {
    if (!isWanted) return;
    import('./mention-list.tsx').then(
      (module) => {
        module.dress(root);
        setPart(module);
      },
      // Names can still be typed; they are then words like any other.
      () => undefined,
    );
  }, [isWanted]);
  return part && <part.MentionList {...writing} />;
}
