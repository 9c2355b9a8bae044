import { useEffect, useState } from 'preact/hooks';
import { useHands } from './context.ts';
import type * as Bell from './bell.tsx';

/** The place of the bell, and of what moderators find beside it: empty until there is somebody who can be told something, as its code is until then. */
export function BellSlot() {
  const { config, hands, root } = useHands();
  const [bell, setBell] = useState<Awaited<ReturnType<(typeof Bell)['summon']>> | null>(null);
  const known = hands.services.identity.token !== null;
  useEffect(() => {
    if (!known) return;
    import('./bell.tsx')
      .then(({ summon }) => summon(root, config))
      // The bell is missed until the next page; the comments are not.
      .then(setBell, () => undefined);
  }, [known, config.lang, config.messages]);
  return (
    <>
      {hands.steer && <hands.steer.Over />}
      {bell && <bell.Corner known={known} words={bell.words} />}
    </>
  );
}
