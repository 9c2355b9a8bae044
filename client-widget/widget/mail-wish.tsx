import { useEffect, useState } from 'preact/hooks';
import type { MailView } from '../../shared/mail.ts';
import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import { noticeRoutes } from '../../shared/notice-routes.ts';
import type { Subscriptions } from '../../shared/subscription.ts';
import { useHands } from './hands.ts';
import { usePart } from './use-part.ts';
import type { Wishes } from './use-wishes.ts';
import { Wish } from './wish.tsx';

interface MailWishProps {
  checked: boolean;
  words: SubscribeSentences;
  wishes: Wishes;
  onToggle: (on: boolean) => Promise<void>;
}

/** Asks for mail as well, where the service sends any. Where it goes is asked once it is wanted. */
export function MailWish({ checked, words, wishes, onToggle }: MailWishProps) {
  const { hands, words: common } = useHands();
  const { api, identity } = hands.services;
  const [mail, setMail] = useState<MailView | null>(null);
  useEffect(() => {
    identity
      .as((token) => api<Subscriptions>(noticeRoutes.subscriptions, { token }))
      .then(
        (answer) => setMail(answer.mail),
        // Without an answer mail is not offered; the bell rings all the same.
        () => undefined,
      );
  }, []);
  const part = usePart(checked, () => import('./mail.tsx'));
  if (mail === null || !mail.offered) return null;
  return (
    <>
      <Wish label={common.say(words.mail)} checked={checked} onToggle={onToggle} />
      {checked && part && (
        <part.Address
          mail={mail}
          words={part.words}
          onChange={(now) => {
            setMail(now);
            wishes.mailed(now.state);
          }}
        />
      )}
    </>
  );
}
