import { useRef } from 'preact/hooks';
import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import type { SubscriptionView } from '../../shared/subscription.ts';
import { anchorOf } from './context.ts';
import { useHands } from './hands.ts';
import { mailSentence } from './holds.tsx';
import { useFollows } from './use-follows.ts';
import { usePart } from './use-part.ts';
import { useWishes } from './use-wishes.ts';

interface FollowsProps {
  words: SubscribeSentences;
  /** The reader goes to something on this page. */
  onLeave: () => void;
}

/** All the reader is told of, each with the way to stop it, whom they have muted, and how mail comes. */
export function Follows({ words, onLeave }: FollowsProps) {
  const { hands, words: common } = useHands();
  const { say, reader } = common;
  const wishes = useWishes();
  const { all, mutes, status, load, more, drop, letIn, setMail } = useFollows();
  const title = useRef<HTMLHeadingElement>(null);
  const mail = usePart(Boolean(all?.mail.offered), () => import('./mail.tsx'));
  const act = (what: () => Promise<void>, said: string) =>
    void what().then(
      () => {
        hands.announce(said);
        // The button has gone with its line.
        title.current?.focus();
      },
      () => hands.failed(),
    );
  const stop = (one: SubscriptionView) =>
    act(async () => {
      await wishes.stop(one);
      drop(one.id);
    }, say(words.stopped));
  const unmute = (id: string, name: string) =>
    act(
      async () => {
        await wishes.unmute(id);
        letIn(id);
      },
      say(words.unmuted, { name }),
    );
  return (
    <div class="follows" aria-busy={status === 'loading'}>
      <h3 ref={title} tabIndex={-1}>
        {say(words.follows)}
      </h3>
      {all?.items.length === 0 && <p class="note">{say(words.none)}</p>}
      <ul>
        {all?.items.map((one) => (
          <Follow key={one.id} {...{ one, words, onLeave }} mail={all.mail.state} onStop={() => stop(one)} />
        ))}
      </ul>
      {status === 'failed' && (
        <p role="alert">
          {say(hands.words.failed)}{' '}
          <button type="button" class="plain" onClick={load}>
            {say(reader.retry)}
          </button>
        </p>
      )}
      {all?.next && (
        <button type="button" class="wide" aria-disabled={status === 'loading'} onClick={more}>
          {say(words.more)}
        </button>
      )}
      {mutes.length > 0 && (
        <>
          <h3>{say(words.mutes)}</h3>
          <ul>
            {mutes.map(({ id, name }) => (
              <li key={id}>
                <span>
                  <bdi class="name">{name}</bdi>
                </span>
                <button type="button" class="plain" onClick={() => unmute(id, name)}>
                  {say(words.unmute, { name })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {all?.mail.offered && mail && (
        <mail.Settings
          mail={all.mail}
          words={mail.words}
          onChange={(now) => {
            setMail(now);
            wishes.mailed(now.state);
          }}
        />
      )}
    </div>
  );
}

interface FollowProps extends FollowsProps {
  one: SubscriptionView;
  mail: Parameters<typeof mailSentence>[0];
  onStop: () => void;
}

/** One of them: what it is, where, and the way to stop it. */
function Follow({ one, words, mail, onStop, onLeave }: FollowProps) {
  const { say } = useHands().words;
  const { kind, author, id } = one;
  const isNamed = kind === 'thread' || kind === 'answers' || author !== null;
  const what = isNamed ? say(words.holds[kind], { name: author?.name ?? '' }) : say(words.nameless[kind]);
  const byMail = one.mail ? mailSentence(mail, words) : null;
  return (
    <li>
      <span id={`follow-${id}`}>
        {what} {byMail && say(byMail)}
      </span>
      <button type="button" class="plain" aria-describedby={`follow-${id}`} onClick={onStop}>
        {say(words.stop)}
      </button>
      <Where one={one} onLeave={onLeave} />
    </li>
  );
}

/** The article it is about, or the comment there; nothing where that is no single one, or it was never told. */
function Where({ one: { thread, commentId }, onLeave }: { one: SubscriptionView; onLeave: () => void }) {
  const { config, hands } = useHands();
  if (thread === null || thread.title === null) return null;
  const title = <bdi>{thread.title}</bdi>;
  const isHere = thread.key === config.thread;
  const go = (event: Event) => {
    if (!isHere) return;
    event.preventDefault();
    onLeave();
    // The focus goes back to where it came from first, then to the comment.
    if (commentId !== null) setTimeout(() => hands.jump(commentId));
  };
  const url = isHere ? '' : thread.url?.replace(/#.*$/, '');
  if (url === undefined) return <p class="where">{title}</p>;
  return (
    <p class="where">
      <a href={commentId === null ? url || '#' : `${url}#${anchorOf(commentId)}`} onClick={go}>
        {title}
      </a>
    </p>
  );
}
