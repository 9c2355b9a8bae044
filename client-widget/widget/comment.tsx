import type { RefObject, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Block } from '../../shared/markdown.ts';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer-shell.tsx';
import { anchorOf, useWidget } from './context.ts';
import { LINES_MAX, linesOf } from './lines.ts';
import { LoadMore } from './load-more.tsx';
import { markupOf } from './markup.tsx';
import { exactTime, timeAgo } from './relative-time.ts';
import type { TreeNode } from './thread-tree.ts';
import { Votes } from './votes.tsx';

const branches = new WeakMap<TreeNode, VNode>();

/** What draws a node: the same for the same node, so that a branch without news is not looked through again. */
export function branchOf(node: TreeNode): VNode {
  const known = branches.get(node) ?? <Branch key={node.comment.id} node={node} />;
  branches.set(node, known);
  return known;
}

/** A comment with everything below it. Nothing of the thread's state but its node is drawn, and what the context is made anew for. */
function Branch({ node }: { node: TreeNode }) {
  const { state, hands, words } = useWidget();
  const [folded, setFolded] = useState(false);
  const [replying, setReplying] = useState(false);
  const answer = useRef<HTMLButtonElement>(null);
  const stop = (hadFocus: boolean) => {
    setReplying(false);
    if (hadFocus) answer.current?.focus();
  };
  const { comment, children, rest } = node;
  const open = !folded || holds(node, hands?.marked);
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
      {open && children.length > 0 && <ol>{children.map(branchOf)}</ol>}
      {hands && <hands.parts.OnItsWay below={comment.id} />}
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
  const { hands, words } = useWidget();
  const { reader, say } = words;
  const { comment } = node;
  const { id, author, state } = comment;
  const name = author?.name ?? say(reader.removed);
  return (
    hands?.veil(comment) ?? (
      <article
        id={anchorOf(id)}
        class={`comment ${state}${hands?.marked === id ? ' marked' : ''}`}
        part="comment"
        tabIndex={-1}
        aria-label={name}
      >
        <Byline node={node} />
        {state === 'removed' ? <p class="note">{say(reader.removed)}</p> : <Body blocks={comment.body} />}
        {hands && <hands.parts.VerdictSlot comment={comment} />}
        {/* Named, so that whoever comes by Tab hears whose comment it is that they copy, report or fold. */}
        <footer role="group" aria-label={name}>
          {onReply && (
            <button ref={answer} type="button" aria-label={say(reader.replyTo, { name })} onClick={onReply}>
              {say(reader.reply)}
            </button>
          )}
          {state === 'published' && <Votes comment={comment} />}
          {state === 'published' && <CopyLink id={id} />}
          {onFold && (
            <button type="button" class="fold" aria-expanded={open} onClick={onFold}>
              {say(reader.replies, { n: node.size })}
            </button>
          )}
          {hands && state !== 'removed' && <hands.parts.Doings comment={comment} />}
          {/* Last, so that nothing moves when they come. */}
          {state === 'published' && hands?.offers && (
            <hands.offers.Emojis comment={comment} words={hands.offers.words} />
          )}
        </footer>
      </article>
    )
  );
}

/**
 * A long text is cut short by its looks alone: all of it is there for who searches the page, and whatever scrolls inside it (the
 * browser, to what was found; the focus) opens it.
 */
export function Body({ blocks }: { blocks: readonly Block[] }) {
  const { reader, say } = useWidget().words;
  const [whole, setWhole] = useState(false);
  const isCut = !whole && linesOf(blocks) > LINES_MAX;
  const open = () => setWhole(true);
  return (
    <>
      <div class={`body${isCut ? ' cut' : ''}`} part="body" onScroll={open}>
        {markupOf(blocks)}
      </div>
      {isCut && (
        <button type="button" class="rest" onClick={open}>
          {say(reader.readMore)}
        </button>
      )}
    </>
  );
}

function Byline({ node: { comment, answers } }: { node: TreeNode }) {
  const { act, config, hands, now, words } = useWidget();
  const { reader, say } = words;
  const { id, author, createdAt, editedAt, pinnedAt } = comment;
  const open = (event: Event) => {
    event.preventDefault();
    void act((given) => given.visit(id));
  };
  return (
    <header>
      <Avatar name={author?.name ?? ''} seed={author?.id} />
      {author && <bdi class="name">{author.name}</bdi>}
      {author?.staff && <span class="badge staff">{say(reader.staff)}</span>}
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
      {/* Last, so that nothing moves when it comes. */}
      {hands && <hands.parts.BesideName comment={comment} />}
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
