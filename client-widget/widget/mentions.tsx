import { useEffect, useState } from 'preact/hooks';
import type { Naming } from './mention-choice.ts';
import type * as MentionList from './mention-list.tsx';
import { insert } from './text-edits.ts';

/** Offers people to mention once an @ is typed; nobody else loads it. */
export function Mentions(naming: Naming) {
  const { root } = naming.widget;
  const [part, setPart] = useState<typeof MentionList | null>(null);
  const isWanted = naming.draft.text.includes('@');
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
  return part && <part.MentionList {...naming} insert={insert} />;
}
