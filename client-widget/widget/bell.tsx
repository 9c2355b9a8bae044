import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Inbox, MarkRead, NotificationView, Unread } from '../../shared/notification.ts';
import { readerRoutes } from '../../shared/routes.ts';
import css from './bell.css';
import type { Config } from './config.ts';
import { anchorOf } from './context.ts';
import { useHands, type Hands } from './hands.ts';
import { MineButton } from './mine-button.tsx';
import { timeAgo } from './relative-time.ts';
import { adopt } from './styles.ts';

export const dress = (root: ShadowRoot): void => adopt(root, css);

/** The corner of the heading that is the reader's own. */
export function Corner({ known }: { known: boolean }) {
  return (
    <div class="corner">
      <MineButton known={known} />
      {known && <Bell />}
    </div>
  );
}

/** What the reader is told: the number of unread notifications, and behind it the list. */
function Bell() {
  const { config, hands, words } = useHands();
  const { say } = words;
  const { services, bell } = hands;
  const { unread, revision, onUnread } = bell;
  const [items, setItems] = useState<NotificationView[]>([]);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { token, as } = services.identity;
    if (token === null) return;
    as((current) => services.api<Inbox>(readerRoutes.notifications, { token: current })).then(
      (inbox) => {
        setItems(inbox.items);
        onUnread(inbox.unread);
      },
      () => undefined,
    );
  }, [revision, services.identity.token]);
  const mark = (what: MarkRead) => {
    const post = (token: string) =>
      services.api<Unread>(readerRoutes.notificationsRead, { method: 'POST', body: what, token });
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
  // Before it is seen: a key pressed at once finds the panel listening.
  useLayoutEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (box.current && !event.composedPath().includes(box.current)) close(false);
    };
    // On the whole page: wherever the focus has gone to, Escape closes what is open.
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  const readAll = () => {
    mark({ all: true });
    // The button goes away with what is unread; whoever pressed it stays in the panel.
    title.current?.focus();
  };
  return (
    <div class="bell" ref={box}>
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
        {unread > 0 && <span class="unread">{new Intl.NumberFormat(config.locale).format(unread)}</span>}
      </button>
      {open && (
        <div class="inbox" role="group" aria-label={say(hands.words.bell.title)}>
          <div class="inbox-top">
            <h3 ref={title} tabIndex={-1}>
              {say(hands.words.bell.title)}
            </h3>
            {unread > 0 && (
              <button type="button" class="plain" onClick={readAll}>
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
                  // What leads nowhere is read here, and the panel stays.
                  if (!leads(item, config)) return;
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

const isHere = ({ thread, site }: NotificationView, config: Config): boolean =>
  site === config.site && thread.key === config.thread;

/**
 * Whether there is a way to what it is about. The address of another article may never have been told, and what was reported with
 * success is gone.
 */
const leads = (item: NotificationView, config: Config): boolean =>
  !(item.kind === 'report' && item.outcome === 'upheld') && (isHere(item, config) || item.thread.url !== null);

/** Goes to the reply: on this page if it is this thread, else to its article. */
function visit(item: NotificationView, config: Config, { jump }: Hands): void {
  const { thread, commentId } = item;
  if (isHere(item, config)) jump(commentId);
  else if (thread.url !== null) location.assign(`${thread.url.replace(/#.*$/, '')}#${anchorOf(commentId)}`);
}

const reasonOf = ({ reasons }: Extract<NotificationView, { kind: 'comment' }>) =>
  reasons[0] !== 'reply' ? 'mention' : reasons.includes('mention') ? 'replyMention' : 'reply';

function Item({ item, onOpen }: { item: NotificationView; onOpen: () => void }) {
  const { config, hands, now, words } = useHands();
  const { say } = words;
  return (
    <li>
      <button type="button" class={item.readAt === null ? 'new' : ''} onClick={onOpen}>
        <span>
          {item.kind === 'comment' ? (
            <>
              <bdi class="name">{item.actorName}</bdi> {say(hands.words.bell[reasonOf(item)])}
            </>
          ) : (
            item.kind === 'report' && <span class="name">{say(hands.words.bell.report)}</span>
          )}
          {item.readAt === null && <span class="unseen"> ({say(hands.words.bell.unread)})</span>}
        </span>
        {item.kind === 'report' ? (
          <span class="excerpt">{say(hands.words.bell[item.outcome])}</span>
        ) : (
          <bdi class={leads(item, config) ? 'excerpt' : ''}>{item.excerpt}</bdi>
        )}
        {item.kind === 'comment' && !leads(item, config) && (
          <span class="nowhere">{say(hands.words.bell.nowhere)}</span>
        )}
        <time dateTime={item.createdAt}>{timeAgo(item.createdAt, now, config.locale)}</time>
      </button>
    </li>
  );
}
