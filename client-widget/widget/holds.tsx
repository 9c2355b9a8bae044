import { useId } from 'preact/hooks';
import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import type { ToldHere } from '../../shared/told.ts';
import { useHands } from './hands.ts';
import { useWishes } from './use-wishes.ts';

interface HoldsProps {
  words: SubscribeSentences;
}

/** What the reader is told of here, each with the way to stop it. */
export function Holds({ words }: HoldsProps) {
  const { state } = useHands();
  const { told } = state;
  if (told === undefined) return null;
  return (
    <div class="holds" part="subscribed">
      {(['thread', 'answers'] as const).map(
        (kind) => told[kind] && <Hold key={kind} {...{ words, kind, told, held: told[kind] }} />,
      )}
    </div>
  );
}

interface HoldProps extends HoldsProps {
  kind: 'thread' | 'answers';
  told: ToldHere;
  held: NonNullable<ToldHere['thread']>;
}

function Hold({ words, kind, told, held }: HoldProps) {
  const { hands, root, words: common } = useHands();
  const { say } = common;
  const { stop } = useWishes();
  const id = useId();
  const byMail = held.mail ? mailSentence(told.mail, words) : null;
  const end = async () => {
    await stop({ id: held.id, kind });
    hands.announce(say(words.stopped));
    // The button has gone; what it stopped can be asked for again here.
    root.querySelector<HTMLElement>('[part=subscribe]')?.focus();
  };
  return (
    <p>
      <span id={id}>
        {say(words.holds[kind])} {byMail && say(byMail)}
      </span>{' '}
      <button type="button" class="plain" aria-describedby={id} onClick={() => void end().catch(() => hands.failed())}>
        {say(words.stop)}
      </button>
    </p>
  );
}

/** What is said of mail that was asked for; null where there is nowhere to send it. */
export function mailSentence(state: ToldHere['mail'], words: SubscribeSentences) {
  return { none: null, asked: words.mailWaits, confirmed: words.byMail, bounced: words.mailBack }[state];
}
