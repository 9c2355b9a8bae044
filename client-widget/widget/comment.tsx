import { useState } from 'preact/hooks';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer-shell.tsx';
import { anchorOf, useWidget } from './context.ts';
import { LoadMore } from './load-more.tsx';
import { Markup } from './markup.tsx';
import { exactTime, timeAgo } from './relative-time.ts';
import type { ShownComment } from './thread-state.ts';
import type { TreeNode } from './thread-tree.ts';

/** A comment with everything below it. */
export function Branch({ node }: { node: TreeNode }) {
  const { thread, marked, words } = useWidget();
  const [folded, setFolded] = useState(false);
  const [replying, setReplying] = useState(false);
  const { comment, children } = node;
  const open = !folded || (marked !== null && holds(node, marked));
  const cursor = thread.state.more.get(comment.id);
  return (
    <li>
      <Comment
        node={node}
        open={open}
        onFold={children.length > 0 ? () => setFolded(open) : null}
        onReply={comment.state === 'published' ? () => setReplying(true) : null}
      />
      {replying && <Composer answers={comment} onClose={() => setReplying(false)} />}
      {open && children.length > 0 && (
        <ol>
          {children.map((child) => (
            <Branch key={child.comment.id} node={child} />
          ))}
        </ol>
      )}
      {open && cursor !== undefined && (
        <LoadMore label={words.say(words.reader.moreReplies)} load={() => thread.replies(comment.id, cursor)} />
      )}
    </li>
  );
}

const holds = (node: TreeNode, id: string): boolean =>
  node.children.some((child) => child.comment.id === id || holds(child, id));

interface CommentProps {
  node: TreeNode;
  open: boolean;
  onFold: (() => void) | null;
  onReply: (() => void) | null;
}

function Comment({ node, open, onFold, onReply }: CommentProps) {
  const { marked, words } = useWidget();
  const { reader, say } = words;
  const { comment, size } = node;
  const { id, author, state } = comment;
  return (
    <article
      id={anchorOf(id)}
      class={`comment ${state}${marked === id ? ' marked' : ''}`}
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
      <Verdict comment={comment} />
      <footer>
        {onReply && (
          <button type="button" aria-label={say(reader.replyTo, { name: author?.name ?? '' })} onClick={onReply}>
            {say(reader.reply)}
          </button>
        )}
        {state === 'published' && <CopyLink id={id} />}
        {onFold && (
          <button type="button" class="fold" aria-expanded={open} onClick={onFold}>
            {say(reader.replies, { n: size })}
          </button>
        )}
      </footer>
    </article>
  );
}

function Byline({ node: { comment, answers } }: { node: TreeNode }) {
  const { config, now, jump, services, words } = useWidget();
  const { reader, say } = words;
  const { id, author, createdAt } = comment;
  const open = (event: Event) => {
    event.preventDefault();
    history.replaceState(history.state, '', `#${anchorOf(id)}`);
    jump(id);
  };
  return (
    <header>
      <Avatar name={author?.name ?? ''} seed={author?.id} />
      {author && <bdi class="name">{author.name}</bdi>}
      {author?.staff && <span class="badge">{say(reader.staff)}</span>}
      {author !== null && author.id === services.identity.personId && <span class="badge">{say(reader.you)}</span>}
      {answers !== null && (
        <span class="answers">
          {say(reader.inReplyTo)} <bdi>{answers}</bdi>
        </span>
      )}
      <a href={`#${anchorOf(id)}`} onClick={open}>
        <time dateTime={createdAt} title={exactTime(createdAt, config.lang)}>
          {timeAgo(createdAt, now, config.lang)}
        </time>
      </a>
    </header>
  );
}

/** To the author alone: that their comment waits, or why it was not published. */
function Verdict({ comment }: { comment: ShownComment }) {
  const { reader, say } = useWidget().words;
  if (comment.state !== 'held' && comment.state !== 'refused') return null;
  const held = comment.state === 'held';
  return (
    <p class="verdict">
      <strong>{say(held ? reader.held : reader.refused)}</strong>{' '}
      {say(held ? reader.heldWhy : reader.reasons[comment.reason ?? 'other'])}
    </p>
  );
}

function CopyLink({ id }: { id: string }) {
  const { announce, config, words } = useWidget();
  const { reader, say } = words;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${config.url}#${anchorOf(id)}`);
      setCopied(true);
      announce(say(reader.copied));
    } catch {
      // Without a clipboard the address bar still gives the link.
      location.hash = anchorOf(id);
    }
  };
  return (
    <button type="button" onClick={() => void copy()} onBlur={() => setCopied(false)}>
      {say(copied ? reader.copied : reader.link)}
    </button>
  );
}
