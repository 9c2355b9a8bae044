import type { JSX } from 'preact';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi } from './api.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { useSpeech } from './language.tsx';

interface Props {
  api: ConsoleApi;
  onEntered: (me: ModeratorView) => void;
}

export function SignIn({ api, onEntered }: Props): JSX.Element {
  const { words, say } = useSpeech();
  return <CredentialsForm button={say(words.door.enter)} submit={(form) => api.signIn(form)} onEntered={onEntered} />;
}
