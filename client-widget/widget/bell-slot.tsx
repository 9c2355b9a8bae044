import { useEffect, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import type * as Bell from './bell.tsx';

/** The place of the bell, and of what moderators find beside it: empty until there is somebody who can be told something, as its code is until then. */
export function BellSlot() {
  const { hands, root } = useHands();
  const [bell, setBell] = useState<typeof Bell | null>(null);
  const known = hands.services.identity.token !== null;
  useEffect(() => {
    if (!known) return;
    import('./bell.tsx').then(
      (module) => {
        module.dress(root);
        setBell(module);
      },
      // The bell is missed until the next page; the comments are not.
      () => undefined,
    );
  }, [known]);
  return (
    <>
      {hands.steer && <hands.steer.Over />}
      {bell && <bell.Corner known={known} />}
    </>
  );
}
