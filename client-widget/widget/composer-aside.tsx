import { useEffect, useState } from 'preact/hooks';
import type { Writing } from './draft.ts';
import type * as Preview from './preview.tsx';
import { HELD, keysOf, TOOLS } from './toolbar.tsx';

/** What stands under the text for whoever asked: how it will look, or what the marks mean. Loaded when first asked for. */
export function Aside(writing: Writing) {
  const { change, draft, hands, widget } = writing;
  const { config, root } = widget;
  const [part, setPart] = useState<Awaited<ReturnType<(typeof Preview)['summon']>> | null>(null);
  const isWanted = draft.aside !== null;
  useEffect(() => {
    if (!isWanted) return;
    import('./preview.tsx')
      .then(({ summon }) => summon(root, config))
      .then(setPart, () => {
        change({ aside: null });
        hands.failed();
      });
  }, [isWanted, config.lang]);
  if (part === null || draft.aside === null) return null;
  if (draft.aside === 'preview') return <part.Preview {...writing} />;
  return <part.Marks writing={writing} tools={TOOLS} keys={keysOf} held={HELD} />;
}
