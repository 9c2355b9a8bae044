import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer-shell.tsx';
import { anchorOf, useWidget } from './context.ts';
import { LoadMore } from './load-more.tsx';
import { Markup } from './markup.tsx';
import { exactTime, timeAgo } from './relative-time.ts';
import type { TreeNode } from './thread-tree.ts';
import { Votes } from './votes.tsx';

/** A comment with everything below it. */
export function Branch({ node }: { node: TreeNode }) {
  const { state, hands, words } = useWidget();
  const [folded, setFolded] = useState(false);
  const [replying, setReplying] = useState(false);
  const answer = useRef<HTMLButtonElement>(null);
  const stop = () => {
    setReplying(false);
    answer.current?.focus();
  };
  const { comment, children } = node;
  const open = !folded || holds(node, hands?.marked);
  const rest = state.more.get(comment.id);
  return (
    <li>
      <Comment
        node={node}
        open={open}
        onFold={children.length > 0 ? () => setFolded(open) : null}
        onReply={comment.state === 'published' && !state.pace.closed ? () => setReplying(true) : null}
        answer={answer}
      />
      {replying && <Composer answers={comment} onClose={stop} />}
      {open && children.length > 0 && (
        <ol>
          {children.map((child) => (
            <Branch key={child.comment.id} node={child} />
          ))}
        </ol>
      )}
      {open && rest !== undefined && (
        <LoadMore
          label={words.say(words.reader.moreReplies, { n: rest.left })}
          load={({ thread }) => thread.replies(comment.id, rest.next)}
        />
      )}
    </li>
  );
}

/** Whether a comment stands below: a branch with the marked one cannot be folded away. */
const holds = (node: TreeNode, id: string | null | undefined): boolean =>
  node.children.some((child) => child.comment.id === id || holds(child, id));

interface CommentProps {
  node: TreeNode;
  open: boolean;
  onFold: (() => void) | null;
  onReply: (() => void) | null;
  /** The button that answers. */
  answer: RefObject<HTMLButtonElement | null>;
}

function Comment({ node, open, onFold, onReply, answer }: CommentProps) {
  const { state: thread, hands, offers, words } = useWidget();
  const { reader, say } = words;
  const { comment } = node;
  const size = node.size + (thread.more.get(comment.id)?.left ?? 0);
  const { id, author, state } = comment;
  return (
    <article
      id={anchorOf(id)}
      class={`comment ${state}${hands?.marked === id ? ' marked' : ''}`}
      part="comment"
      tabIndex={-1}
      aria-label={author?.name ?? say(reader.removed)}
    >
      <Byline node={node} />
      {state === 'removed' ? (
        <p class="note">{say(reader.removed)}</p>
      ) : (
        <div class="body" part="body">
          <Markup blocks={comment.body} />
        </div>
      )}
      {hands && <hands.parts.Verdict comment={comment} />}
      <footer>
        {onReply && (
          <button
            ref={answer}
            type="button"
            aria-label={say(reader.replyTo, { name: author?.name ?? '' })}
            onClick={onReply}
          >
            {say(reader.reply)}
          </button>
        )}
        {state === 'published' && <Votes comment={comment} />}
        {state === 'published' && offers && <offers.Emojis comment={comment} words={offers.words} />}
        {state === 'published' && <CopyLink id={id} />}
        {onFold && (
          <button type="button" class="fold" aria-expanded={open} onClick={onFold}>
            {say(reader.replies, { n: size })}
          </button>
        )}
        {hands && state !== 'removed' && <hands.parts.Doings comment={comment} />}
      </footer>
    </article>
  );
}

function Byline({ node: { comment, answers } }: { node: TreeNode }) {
  const { act, config, hands, now, words } = useWidget();
  const { reader, say } = words;
  const { id, author, createdAt, editedAt, pinnedAt } = comment;
  const open = (event: Event) => {
    event.preventDefault();
    history.replaceState(history.state, '', `#${anchorOf(id)}`);
    void act((given) => Promise.resolve(given.jump(id)));
  };
  return (
    <header>
      <Avatar name={author?.name ?? ''} seed={author?.id} />
      {author && <bdi class="name">{author.name}</bdi>}
      {author?.staff && <span class="badge staff">{say(reader.staff)}</span>}
      {author !== null && author.id === hands?.services.identity.personId && (
        <span class="badge">{say(reader.you)}</span>
      )}
      {pinnedAt && <span class="badge">{say(reader.pinned)}</span>}
      {answers !== null && (
        <span class="answers">
          {say(reader.inReplyTo)} <bdi>{answers}</bdi>
        </span>
      )}
      <a href={`#${anchorOf(id)}`} onClick={open}>
        <time dateTime={createdAt} title={exactTime(createdAt, config.locale)}>
          {timeAgo(createdAt, now, config.locale)}
        </time>
      </a>
      {editedAt !== null && <small title={exactTime(editedAt, config.locale)}>{say(reader.edited)}</small>}
    </header>
  );
}

function CopyLink({ id }: { id: string }) {
  const { act, hands, words } = useWidget();
  const { reader, say } = words;
  const button = useRef<HTMLButtonElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => setCopied(await act(({ copyLink }) => copyLink(id)));
  const leave = () => setCopied(null);
  return (
    <>
      <button ref={button} type="button" onClick={() => void copy()} onBlur={() => copied && leave()}>
        {say(copied && hands ? hands.words.copied : reader.link)}
      </button>
      {copied === false && hands && (
        <hands.parts.CopyByHand id={id} onLeave={leave} onDone={() => button.current?.focus()} />
      )}
    </>
  );
}
