import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import type { SubscriptionPut } from '../../shared/subscription.ts';
import { threadRef, useHands } from './hands.ts';
import { MailWish } from './mail-wish.tsx';
import { Reach } from './reach.tsx';
import { useDismiss } from './use-dismiss.ts';
import { useWishes, type Held } from './use-wishes.ts';
import { Wish } from './wish.tsx';

const KINDS = ['thread', 'answers'] as const;

interface ChoicesProps {
  /** Where they are open, with the button that opens them. */
  box: RefObject<HTMLDivElement | null>;
  words: SubscribeSentences;
  onClose: () => void;
}

/** What the reader may be told of in this discussion. Nothing has to be sent: what is ticked holds. */
export function Choices({ box, words, onClose }: ChoicesProps) {
  const { config, hands, state, words: common } = useHands();
  const { say } = common;
  const wishes = useWishes();
  const id = useId();
  useDismiss(true, box, onClose);
  const { told } = state;
  const held = KINDS.flatMap((kind): Held[] => (told?.[kind] ? [{ kind, ...told[kind] }] : []));
  const mail = held.some((one) => one.mail);
  const wishOf = (kind: (typeof KINDS)[number], byMail: boolean): SubscriptionPut =>
    kind === 'thread' ? { kind, thread: threadRef(config), mail: byMail } : { kind, mail: byMail };
  const toggle = async (kind: (typeof KINDS)[number], on: boolean) => {
    // As it is by then: an earlier wish may have been carried out meanwhile.
    const before = hands.thread.state.told?.[kind];
    if (on) await wishes.ask(wishOf(kind, mail));
    else if (before) await wishes.stop({ id: before.id, kind });
    hands.announce(say(on ? words.holds[kind] : words.stopped));
  };
  return (
    <div class="wishes" role="group" aria-labelledby={id}>
      <h3 id={id}>{say(words.title)}</h3>
      {KINDS.map((kind) => (
        <Wish
          key={kind}
          label={say(words.wishes[kind])}
          checked={Boolean(told?.[kind])}
          onToggle={(on) => toggle(kind, on)}
        />
      ))}
      {held.length > 0 && (
        <MailWish
          checked={mail}
          words={words}
          wishes={wishes}
          onToggle={async (on) => {
            for (const { kind } of held)
              if (kind === 'thread' || kind === 'answers') await wishes.change(wishOf(kind, on));
          }}
        />
      )}
      <Reach words={words} />
    </div>
  );
}
