import { useEffect, useRef, useState } from 'preact/hooks';
import type { Inbox, MarkRead, NotificationView, Unread } from '../../shared/notification.ts';
import { routes } from '../../shared/routes.ts';
import css from './bell.css';
import type { Config } from './config.ts';
import { anchorOf, useHands, type Hands } from './context.ts';
import { timeAgo } from './relative-time.ts';
import { adopt } from './styles.ts';

export const dress = (root: ShadowRoot): void => adopt(root, css);

/** Replies to the reader's comments: the number of unread ones, and behind it the list. */
export function Bell() {
  const { config, hands, words } = useHands();
  const { say } = words;
  const { services, bell } = hands;
  const { unread, revision, onUnread } = bell;
  const [items, setItems] = useState<NotificationView[]>([]);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { token, as } = services.identity;
    if (token === null) return;
    as((current) => services.api<Inbox>(routes.notifications, { token: current })).then(
      (inbox) => {
        setItems(inbox.items);
        onUnread(inbox.unread);
      },
      () => undefined,
    );
  }, [revision, services.identity.token]);
  const mark = (what: MarkRead) => {
    const post = (token: string) =>
      services.api<Unread>(routes.notificationsRead, { method: 'POST', body: what, token });
    const at = new Date().toISOString();
    setItems(
      items.map((item) =>
        !('commentId' in what) || what.commentId === item.commentId ? { ...item, readAt: item.readAt ?? at } : item,
      ),
    );
    services.identity.as(post).then(
      (answer) => onUnread(answer.unread),
      () => hands.announce(say(hands.words.failed)),
    );
  };
  const close = (focus = true) => {
    setOpen(false);
    if (focus) button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (box.current && !event.composedPath().includes(box.current)) close(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  return (
    <div class="bell" ref={box} onKeyDown={(event) => open && event.key === 'Escape' && close()}>
      <button
        ref={button}
        type="button"
        part="bell"
        aria-expanded={open}
        aria-label={say(unread > 0 ? hands.words.bell.button : hands.words.bell.title, { n: unread })}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zm4.5 0a1.5 1.5 0 0 0 3 0" />
        </svg>
        {unread > 0 && <span class="unread">{new Intl.NumberFormat(config.lang).format(unread)}</span>}
      </button>
      {open && (
        <div class="inbox" role="group" aria-label={say(hands.words.bell.title)}>
          <div class="inbox-top">
            <h3>{say(hands.words.bell.title)}</h3>
            {unread > 0 && (
              <button type="button" class="plain" onClick={() => mark({ all: true })}>
                {say(hands.words.bell.readAll)}
              </button>
            )}
          </div>
          {items.length === 0 && <p class="note">{say(hands.words.bell.none)}</p>}
          <ul>
            {items.map((item) => (
              <Item
                key={item.id}
                item={item}
                onOpen={() => {
                  mark({ commentId: item.commentId });
                  setOpen(false);
                  visit(item, config, hands);
                }}
              />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Goes to the reply: on this page if it is this thread, else to its article. */
function visit({ thread, commentId, site }: NotificationView, config: Config, { jump }: Hands): void {
  if (site === config.site && thread.key === config.thread) jump(commentId);
  else if (thread.url !== null) location.assign(`${thread.url.replace(/#.*$/, '')}#${anchorOf(commentId)}`);
}

function Item({ item, onOpen }: { item: NotificationView; onOpen: () => void }) {
  const { config, hands, now, words } = useHands();
  const { say } = words;
  return (
    <li>
      <button type="button" class={item.readAt === null ? 'new' : ''} onClick={onOpen}>
        <span>
          <bdi class="name">{item.actorName}</bdi> {say(hands.words.bell.reply)}
          {item.readAt === null && <span class="unseen"> ({say(hands.words.bell.unread)})</span>}
        </span>
        <bdi class="excerpt">{item.excerpt}</bdi>
        <time dateTime={item.createdAt}>{timeAgo(item.createdAt, now, config.lang)}</time>
      </button>
    </li>
  );
}
