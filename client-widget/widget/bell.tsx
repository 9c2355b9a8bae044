import { useEffect, useRef, useState } from 'preact/hooks';
import type { Inbox, MarkRead, NotificationView, Unread } from '../../shared/notification.ts';
import { routes } from '../../shared/routes.ts';
import css from './bell.css';
import { anchorOf, useWidget, type Widget } from './context.ts';
import { timeAgo } from './relative-time.ts';
import { adopt } from './styles.ts';
import type { BellState } from './use-live.ts';

export const dress = (root: ShadowRoot): void => adopt(root, css);

/** Replies to the reader's comments: the number of unread ones, and behind it the list. */
export function Bell({ unread, revision, onUnread }: BellState) {
  const widget = useWidget();
  const { reader, say } = widget.words;
  const [items, setItems] = useState<NotificationView[]>([]);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { services } = widget;
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
      () => widget.announce(say(reader.failed)),
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
        aria-label={say(unread > 0 ? reader.bell.button : reader.bell.title, { n: unread })}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zm4.5 0a1.5 1.5 0 0 0 3 0" />
        </svg>
        {unread > 0 && <span class="unread">{new Intl.NumberFormat(widget.config.lang).format(unread)}</span>}
      </button>
      {open && (
        <div class="inbox" role="group" aria-label={say(reader.bell.title)}>
          <div class="inbox-top">
            <h3>{say(reader.bell.title)}</h3>
            {unread > 0 && (
              <button type="button" class="plain" onClick={() => mark({ all: true })}>
                {say(reader.bell.readAll)}
              </button>
            )}
          </div>
          {items.length === 0 && <p class="note">{say(reader.bell.none)}</p>}
          <ul>
            {items.map((item) => (
              <Item
                key={item.id}
                item={item}
                onOpen={() => {
                  mark({ commentId: item.commentId });
                  setOpen(false);
                  visit(item, widget);
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
function visit({ thread, commentId, site }: NotificationView, { config, jump }: Widget): void {
  if (site === config.site && thread.key === config.thread) jump(commentId);
  else if (thread.url !== null) location.assign(`${thread.url.replace(/#.*$/, '')}#${anchorOf(commentId)}`);
}

function Item({ item, onOpen }: { item: NotificationView; onOpen: () => void }) {
  const { config, now, words } = useWidget();
  const { reader, say } = words;
  return (
    <li>
      <button type="button" class={item.readAt === null ? 'new' : ''} onClick={onOpen}>
        <span>
          <bdi class="name">{item.actorName}</bdi> {say(reader.bell.reply)}
          {item.readAt === null && <span class="unseen"> ({say(reader.bell.unread)})</span>}
        </span>
        <bdi class="excerpt">{item.excerpt}</bdi>
        <time dateTime={item.createdAt}>{timeAgo(item.createdAt, now, config.lang)}</time>
      </button>
    </li>
  );
}
