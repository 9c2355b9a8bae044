import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BellSentences } from '../../shared/messages/bell/sentences.ts';
import type { NotificationView } from '../../shared/notification.ts';
import css from './bell-panel.css';
import { byArticle, leads } from './bell-lines.ts';
import { isHere } from './bell-told.ts';
import { bellWords } from './bell-words.ts';
import { Line } from './bell-line.tsx';
import type { Config } from './config.ts';
import { anchorOf } from './context.ts';
import { useHands, type Hands } from './hands.ts';
import { adopt } from './styles.ts';
import { useDismiss } from './use-dismiss.ts';
import { useInbox } from './use-inbox.ts';

/** What is loaded once the bell is pressed. */
export async function summon(root: ShadowRoot, config: Config) {
  const words = await bellWords(config);
  adopt(root, css);
  return { words, Panel };
}

interface PanelProps {
  open: boolean;
  /** What it is open in, with the button that opened it. */
  box: RefObject<HTMLElement | null>;
  words: BellSentences;
  /** The reader goes to what one of them is about, or away. */
  onLeave: () => void;
}

/** What the reader is told, article by article. Closed, it keeps what it knows. */
function Panel({ open: isOpen, box, words, onLeave }: PanelProps) {
  const { config, hands, words: common } = useHands();
  const { say, reader } = common;
  const { lines, status, mark, more, read } = useInbox(isOpen);
  useDismiss(isOpen, box, onLeave);
  const title = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Element[]>([]);
  // Whoever asked for more goes on with the first that came: the button may have gone.
  useEffect(() => {
    if (shown.length === 0) return;
    const came = [...(panel.current?.querySelectorAll<HTMLElement>('li > button') ?? [])];
    came.find((line) => !shown.includes(line))?.focus();
    setShown([]);
  }, [lines.items.length]);
  const readAll = () => {
    mark({ all: true });
    // The button goes away with what is unread; whoever pressed it stays in the panel.
    title.current?.focus();
  };
  const further = () => {
    setShown([...(panel.current?.querySelectorAll('li > button') ?? [])]);
    void more();
  };
  const open = (item: NotificationView) => {
    mark({ commentId: item.commentId });
    // What leads nowhere is read here, and the panel stays.
    if (!leads(item, config)) return;
    onLeave();
    visit(item, config, hands);
  };
  if (!isOpen) return null;
  return (
    <div
      ref={panel}
      class="inbox"
      role="group"
      aria-label={say(hands.words.notifications)}
      aria-busy={status === 'loading'}
    >
      <div class="inbox-top">
        <h3 ref={title} tabIndex={-1}>
          {say(hands.words.notifications)}
        </h3>
        {hands.bell.unread > 0 && (
          <button type="button" class="plain" onClick={readAll}>
            {say(words.readAll)}
          </button>
        )}
      </div>
      {status === 'ready' && lines.items.length === 0 && <p class="note">{say(words.none)}</p>}
      {byArticle(lines.items).map(({ thread, items }) => (
        <section key={`${items[0]?.site}/${thread.key}`}>
          <h4>
            <bdi>{thread.title ?? say(words.untitled)}</bdi>
          </h4>
          <ul>
            {items.map((item) => (
              <Line key={item.id} item={item} words={words} onOpen={() => open(item)} />
            ))}
          </ul>
        </section>
      ))}
      {status === 'failed' && (
        <p class="note" role="alert">
          {say(hands.words.failed)}{' '}
          <button type="button" class="plain" onClick={() => void read()}>
            {say(reader.retry)}
          </button>
        </p>
      )}
      {lines.next !== null && (
        <button type="button" class="older" aria-disabled={status === 'loading'} onClick={further}>
          {say(words.more)}
        </button>
      )}
    </div>
  );
}

/** Goes to the comment: on this page if it is this thread, else to its article. */
function visit(item: NotificationView, config: Config, { jump }: Hands): void {
  const { thread, commentId } = item;
  if (isHere(item, config)) jump(commentId);
  else if (thread.url !== null) location.assign(`${thread.url.replace(/#.*$/, '')}#${anchorOf(commentId)}`);
}
