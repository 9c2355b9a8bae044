import type { Writing } from './draft.ts';

/** For who has an account and is not signed in, where there are accounts. */
export function SignInLine({ hands, widget }: Writing) {
  const { ended, session } = hands.services.identity;
  if (!widget.state.offers.signIn || session !== null) return null;
  return (
    <p class="hint">
      {ended}{' '}
      <button type="button" class="plain" aria-haspopup="dialog" onClick={() => hands.signIn(true)}>
        {widget.words.say(hands.words.signIn)}
      </button>
    </p>
  );
}
