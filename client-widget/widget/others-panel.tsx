import { useEffect, useRef, useState } from 'preact/hooks';
import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import { noticeRoutes } from '../../shared/notice-routes.ts';
import { path } from '../../shared/routes.ts';
import type { SubscriptionPut, Subscriptions, SubscriptionView } from '../../shared/subscription.ts';
import { ApiProblem } from '../kit/api.ts';
import { useHands } from './hands.ts';
import { MailWish } from './mail-wish.tsx';
import { Reach } from './reach.tsx';
import type { ShownComment } from './thread-state.ts';
import { useWishes } from './use-wishes.ts';
import { leave } from './veiled.tsx';
import { Wish } from './wish.tsx';

const KINDS = ['comment', 'author'] as const;
type Kind = (typeof KINDS)[number];

interface OthersProps {
  comment: ShownComment;
  words: SubscribeSentences;
  onClose: () => void;
}

/** What may be wished about a comment and its author: to be told of answers, of everything they write, or to read them no more. */
export function Others({ comment, words, onClose }: OthersProps) {
  const { config, state, words: common, hands } = useHands();
  const { say } = common;
  const wishes = useWishes();
  const panel = useRef<HTMLDivElement>(null);
  const { held, latest, setHeld } = useHeld(comment);
  useEffect(() => panel.current?.querySelector<HTMLElement>('input, button')?.focus(), [held === null]);
  const { author } = comment;
  if (author === null || held === null) return null;
  const { id: authorId, name } = author;
  const isMuted = state.muted?.includes(authorId) === true;
  const wishOf = (kind: Kind, mail: boolean): SubscriptionPut =>
    kind === 'comment' ? { kind, commentId: comment.id, mail } : { kind, authorId, mail };
  const standing = KINDS.flatMap((kind) => held[kind] ?? []);
  const mail = standing.some((one) => one.mail);
  const toggle = async (kind: Kind, on: boolean) => {
    // As it is by then: an earlier wish may have been carried out meanwhile.
    const before = latest()[kind];
    const now = on ? await wishes.ask(wishOf(kind, mail)) : undefined;
    if (!on && before) await wishes.stop(before);
    setHeld({ ...latest(), [kind]: now });
    hands.announce(say(on ? words.holds[kind] : words.stopped, { name }));
  };
  const remail = async (on: boolean) => {
    for (const kind of KINDS)
      if (latest()[kind]) setHeld({ ...latest(), [kind]: await wishes.change(wishOf(kind, on)) });
  };
  return (
    <div
      ref={panel}
      class="wishes"
      lang={config.lang}
      role="group"
      aria-label={say(hands.words.others, { name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      {!isMuted &&
        KINDS.map((kind) => (
          <Wish
            key={kind}
            label={say(words.wishes[kind], { name })}
            checked={held[kind] !== undefined}
            onToggle={(on) => toggle(kind, on)}
          />
        ))}
      {!isMuted && standing.length > 0 && (
        <>
          <MailWish checked={mail} words={words} wishes={wishes} onToggle={remail} />
          <Reach words={words} />
        </>
      )}
      <Mute {...{ comment, authorId, name, isMuted, words }} followed={held.author} />
    </div>
  );
}

type OnComment = Partial<Record<Kind, SubscriptionView | undefined>>;

/** What the reader is told of about a comment and its author; null until that is known. Nobody is told of nothing. */
function useHeld({ id, author }: ShownComment) {
  const { hands } = useHands();
  const { api, identity } = hands.services;
  const [held, draw] = useState<OnComment | null>(identity.token === null ? {} : null);
  const known = useRef<OnComment>({});
  const setHeld = (now: OnComment) => {
    known.current = now;
    draw(now);
  };
  const look = async () => {
    const found: OnComment = {};
    let cursor: string | undefined;
    do {
      const where = path(noticeRoutes.subscriptions, {}, { cursor });
      const page = await identity.as((token) => api<Subscriptions>(where, { token }));
      for (const one of page.items) {
        if (one.commentId === id) found.comment = one;
        if (one.kind === 'author' && one.author?.id === author?.id) found.author = one;
      }
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    setHeld(found);
  };
  useEffect(() => {
    // Without an answer they may ask all the same: asking again changes nothing.
    if (held === null) look().catch(() => setHeld({}));
  }, []);
  return { held, latest: () => known.current, setHeld };
}

interface MuteProps {
  comment: ShownComment;
  authorId: string;
  name: string;
  isMuted: boolean;
  followed: SubscriptionView | undefined;
  words: SubscribeSentences;
}

function Mute({ comment, authorId, name, isMuted, followed, words }: MuteProps) {
  const { hands, words: common } = useHands();
  const { say } = common;
  const wishes = useWishes();
  const [failure, setFailure] = useState('');
  const turn = async () => {
    setFailure('');
    try {
      if (isMuted) await wishes.unmute(authorId);
      else {
        // Nobody is told of what they do not want to read.
        if (followed) await wishes.stop(followed);
        leave(comment.id);
        await wishes.mute(authorId);
      }
      hands.announce(say(isMuted ? words.unmuted : words.muted, { name }));
    } catch (error) {
      leave(null);
      setFailure(error instanceof ApiProblem ? error.detail : say(hands.words.failed));
    }
  };
  return (
    <>
      <button type="button" class="turn" onClick={() => void turn()}>
        {say(isMuted ? words.unmute : words.mute, { name })}
      </button>
      <p class="failed" role="alert">
        {failure}
      </p>
    </>
  );
}
