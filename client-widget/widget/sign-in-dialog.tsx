import { useEffect, useState } from 'preact/hooks';
import type { SignInSentences } from '../../shared/messages/sign-in/sentences.ts';
import { path } from '../../shared/routes.ts';
import { providerRoutes, signInRoutes } from '../../shared/sign-in-routes.ts';
import type { SignInWays } from '../../shared/sign-in.ts';
import { keepKey, newKeyPair, thumbprint } from '../kit/session-key.ts';
import { useHands } from './hands.ts';
import { OverPage } from './over-page.tsx';
import { followSite, UNDER_WAY } from './session.ts';
import { ByMail } from './sign-in-mail.tsx';
import { useTry } from './use-try.ts';

interface DialogProps {
  words: SignInSentences;
  /** Said first: what came of another way. */
  note?: string;
  onClose: () => void;
}

/** The ways to sign in that this site offers. */
export function SignInDialog({ words, note = '', onClose }: DialogProps) {
  const { config, hands, words: said } = useHands();
  const { say } = said;
  const { services, announce } = hands;
  const { api, memory, site: siteId } = services;
  const [ways, setWays] = useState<SignInWays | null>(null);
  const [isKept, setKept] = useState(memory.kept);
  const { failure, isBusy, run } = useTry();
  const look = () => run(async () => setWays(await api<SignInWays>(path(signInRoutes.signIn, { siteId }))));
  useEffect(() => void look(), []);
  const done = () => {
    announce(say(words.done));
    onClose();
    void hands.thread.mine();
  };
  const keep = (on: boolean) => {
    memory.keep(on);
    setKept(on);
  };
  const bySite = () =>
    run(async () => {
      const jwt = await config.signIn?.();
      // Null: the site has its own way to go on, and nobody is signed in there yet.
      if (jwt == null) return;
      await followSite(services, jwt);
      done();
    });
  const byProvider = (provider: string) =>
    run(async () => {
      const pair = await newKeyPair();
      // Only a key that is still there afterwards can be asked for.
      const key = (await keepKey(UNDER_WAY, pair)) ? await thumbprint(pair) : undefined;
      location.assign(
        config.base + path(providerRoutes.providerStart, {}, { site: siteId, provider, return: config.url, key }),
      );
    });
  return (
    <OverPage title={say(words.title)} close={say(words.close)} part="sign-in-dialog" onClose={onClose}>
      <div class="sign-in" aria-busy={isBusy || ways === null}>
        <p role="alert" class="failed">
          {failure || note}
        </p>
        <p class="why">{say(words.why)}</p>
        {ways === null && failure !== '' && (
          <button type="button" class="wide" onClick={() => void look()}>
            {say(said.reader.retry)}
          </button>
        )}
        {ways?.site && config.signIn && (
          <button type="button" class="wide go" onClick={() => void bySite()}>
            {say(words.bySite)}
          </button>
        )}
        {ways?.providers.map(({ id, name }) => (
          <button key={id} type="button" class="wide" onClick={() => void byProvider(id)}>
            {say(words.byProvider, { name })}
          </button>
        ))}
        {ways?.mail && <ByMail words={words} isAlone={!ways.site && ways.providers.length === 0} onDone={done} />}
        {ways !== null && (
          <label class="stay">
            <input type="checkbox" checked={isKept} onChange={(event) => keep(event.currentTarget.checked)} />
            <span>{say(words.stay)}</span>
            <small>{say(words.stayWhy)}</small>
          </label>
        )}
      </div>
    </OverPage>
  );
}
