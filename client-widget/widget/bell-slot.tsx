import { useEffect, useState } from 'preact/hooks';
import { useWidget } from './context.ts';
import type * as Bell from './bell.tsx';
import type { BellState } from './use-live.ts';

/** The place of the bell: empty until there is somebody who can be told something, as its code is until then. */
export function BellSlot(state: BellState) {
  const { services, root } = useWidget();
  const [bell, setBell] = useState<typeof Bell | null>(null);
  const known = services.identity.token !== null;
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
  return known && bell ? <bell.Bell {...state} /> : null;
}
