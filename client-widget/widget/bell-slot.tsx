import { useHands } from './hands.ts';
import { SignInSlot } from './sign-in-slot.tsx';
import { SubscribeSlot } from './subscribe-slot.tsx';
import { usePart } from './use-part.ts';

/**
 * Beside the heading: what the reader may be told of, what moderators find there, and the bell, whose place is empty until there is
 * somebody who can be told something, as its code is until then.
 */
export function BellSlot() {
  const { hands } = useHands();
  const known = hands.services.identity.token !== null;
  const bell = usePart(known, (root, config) => import('./bell.tsx').then(({ summon }) => summon(root, config)));
  return (
    <>
      <SubscribeSlot />
      <SignInSlot />
      {hands.steer && <hands.steer.Over />}
      {bell && <bell.Corner known={known} words={bell.words} />}
    </>
  );
}
