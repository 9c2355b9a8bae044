import type { Writing } from './draft.ts';
import { HELD, keysOf, TOOLS } from './toolbar.tsx';
import { usePart } from './use-part.ts';

/** What stands under the text for whoever asked: how it will look, or what the marks mean. Loaded when asked for. */
export function Aside(writing: Writing) {
  const { change, draft } = writing;
  const part = usePart(
    draft.aside !== null,
    () => import('./preview.tsx'),
    () => change({ aside: null }),
  );
  if (part === null || draft.aside === null) return null;
  if (draft.aside === 'preview') return <part.Preview {...writing} />;
  return <part.Marks writing={writing} tools={TOOLS} keys={keysOf} held={HELD} />;
}
