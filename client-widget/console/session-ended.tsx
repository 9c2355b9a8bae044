import type { JSX } from 'preact';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi } from './api.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { SignIn } from './sign-in.tsx';

interface Props {
  api: ConsoleApi;
  /** Whether it is not over, but for setting up a second factor alone. */
  mustSetUp: boolean;
  onEntered: (me: ModeratorView) => void;
}

/** Signs in again, or sets up a second factor, over the desk, so that nothing on it is lost. */
export function SessionEnded({ api, mustSetUp, onEntered }: Props): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <Dialog title={say(mustSetUp ? words.entry.setUp : words.door.ended)}>
      {!mustSetUp && <p>{say(words.door.endedLead)}</p>}
      <SignIn api={api} mustSetUp={mustSetUp} onEntered={onEntered} />
    </Dialog>
  );
}
