import { useRef } from 'preact/hooks';
import { Bell } from './bell-button.tsx';
import { useHands } from './hands.ts';
import { MineButton } from './mine-button.tsx';
import { SignInSlot } from './sign-in-slot.tsx';
import { SubscribeSlot } from './subscribe-slot.tsx';

/** Beside the heading: what the reader may be told of, what moderators find there, and the corner that is the reader's own. */
export function BellSlot() {
  const { hands } = useHands();
  const known = hands.services.identity.token !== null;
  // Empty until there is somebody who can be told something; it stays, as what was opened there does.
  const wasKnown = useRef(false);
  wasKnown.current ||= known;
  return (
    <>
      <SubscribeSlot />
      <SignInSlot />
      {hands.steer && <hands.steer.Over />}
      {wasKnown.current && (
        <div class="corner">
          <MineButton known={known} />
          {known && <Bell />}
        </div>
      )}
    </>
  );
}
