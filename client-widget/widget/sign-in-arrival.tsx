import { useEffect, useState } from 'preact/hooks';
import type { SignInSentences } from '../../shared/messages/sign-in/sentences.ts';
import { path } from '../../shared/routes.ts';
import { signInRoutes } from '../../shared/sign-in-routes.ts';
import type { SignedIn, SignInLinkChecked } from '../../shared/sign-in.ts';
import { dropKey, findKey } from '../kit/session-key.ts';
import { useHands } from './hands.ts';
import { OverPage } from './over-page.tsx';
import { signInWith, UNDER_WAY } from './session.ts';
import { SignInDialog } from './sign-in-dialog.tsx';
import type { Arrived } from './use-arrival.ts';
import { useTry } from './use-try.ts';

interface ArrivalProps {
  words: SignInSentences;
  arrived: Arrived;
  onClose: () => void;
}

/**
 * The reader wants to sign in, or has come back to the article to sign in: by a letter's link, and is asked first, since anybody may have sent them here; or
 * from a provider's, to which this very browser has sent them with its key.
 */
export function Arrival({ words, arrived, onClose }: ArrivalProps) {
  const { say } = useHands().words;
  if (arrived === 'wanted') return <SignInDialog words={words} onClose={onClose} />;
  if ('failed' in arrived)
    return (
      <SignInDialog
        words={words}
        note={say(arrived.failed === 'unavailable' ? words.unavailable : words.refused)}
        onClose={onClose}
      />
    );
  return <ByLink secret={arrived.secret} words={words} onClose={onClose} />;
}

function ByLink({ secret, words, onClose }: { secret: string; words: SignInSentences; onClose: () => void }) {
  const { hands, words: said } = useHands();
  const { say } = said;
  const { services } = hands;
  const { api, site: siteId } = services;
  const [checked, setChecked] = useState<SignInLinkChecked | null>(null);
  const { failure, isBusy, run } = useTry();
  const signIn = async () => {
    await signInWith(services, UNDER_WAY, (key, token) =>
      api<SignedIn>(path(signInRoutes.signInLink, { siteId }), { method: 'POST', token, body: { secret, key } }),
    );
    hands.announce(say(words.done));
    void hands.thread.mine();
    onClose();
  };
  useEffect(
    () =>
      void run(async () => {
        const link = await api<SignInLinkChecked>(path(signInRoutes.signInLinkCheck, { siteId }), {
          method: 'POST',
          body: { secret },
        });
        if (link.via !== null && (await findKey(UNDER_WAY)) !== null) return signIn();
        // A key that waits for a provider's answer is none for a letter.
        await dropKey(UNDER_WAY);
        setChecked(link);
      }),
    [],
  );
  return (
    <OverPage title={say(words.title)} close={say(words.close)} part="sign-in-dialog" onClose={onClose}>
      <div class="sign-in" aria-busy={isBusy}>
        {checked && <p>{say(words.ask, { name: `\u2068${checked.as}\u2069` })}</p>}
        <p role="alert" class="failed">
          {failure}
        </p>
        {checked && (
          <div class="choices">
            <button type="button" class="wide go" aria-disabled={isBusy} onClick={() => void run(signIn)}>
              {say(words.submit)}
            </button>
            <button type="button" class="wide" onClick={onClose}>
              {say(words.askNo)}
            </button>
          </div>
        )}
      </div>
    </OverPage>
  );
}
