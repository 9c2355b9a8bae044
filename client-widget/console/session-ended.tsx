import type { JSX } from 'preact';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi } from './api.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { SignIn } from './sign-in.tsx';

interface Props {
  api: ConsoleApi;
  onEntered: (me: ModeratorView) => void;
}

/** Signs in again over the desk, so that nothing on it is lost. */
export function SessionEnded({ api, onEntered }: Props): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <Dialog title={say(words.door.ended)}>
      <p>{say(words.door.endedLead)}</p>
      <SignIn api={api} onEntered={onEntered} />
    </Dialog>
  );
}
