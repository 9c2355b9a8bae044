import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EditableComment, OwnCommentView } from '../../shared/comment.ts';
import { MENTIONS_MAX, NOTE_MAX } from '../../shared/limits.ts';
import type { UpkeepSentences } from '../../shared/messages/upkeep/sentences.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import { serverNow } from '../kit/clock.ts';
import type * as Composer from './composer.tsx';
import { anchorOf } from './context.ts';
import { errorId } from './draft.ts';
import { useHands } from './hands.ts';
import { mentionsIn, type Naming } from './mention-choice.ts';
import { minutesLeft } from './own-time.ts';
import { Panel } from './panel.tsx';
import type { ShownComment } from './thread-state.ts';

const MINUTE_MS = 60_000;

interface OwnProps {
  comment: ShownComment;
  words: UpkeepSentences;
}

/** What its author may do about a comment. */
type Doing = 'edit' | 'withdraw' | 'appeal';

/** What a reader may still do about their own comment, and what came of their appeal. */
export function Own({ comment, words, wish }: OwnProps & { wish: Doing | null }) {
  const { hands, state: thread, words: said } = useHands();
  const { say } = said;
  const [open, setOpen] = useState<Doing | null>(wish);
  const buttons = useRef<HTMLSpanElement>(null);
  const [, tick] = useState(0);
  const now = serverNow();
  const { appeal, appealableUntil } = { appeal: null, appealableUntil: null, ...comment };
  const left = minutesLeft(comment, thread);
  const isEditable = left > 0;
  useEffect(() => {
    if (!isEditable) return;
    const timer = setInterval(() => tick(serverNow()), MINUTE_MS / 6);
    return () => clearInterval(timer);
  }, [isEditable]);
  const close = () => {
    setOpen(null);
    const pressed = buttons.current?.querySelector<HTMLElement>(`.${open ?? ''}`);
    (pressed ?? buttons.current?.querySelector('button'))?.focus();
  };
  const button = (what: Doing, label: string) => (
    <button
      type="button"
      class={what}
      aria-expanded={open === what}
      onClick={() => setOpen(open === what ? null : what)}
    >
      {label}
    </button>
  );
  const isAppealable = appealableUntil !== null && Date.parse(appealableUntil) > now;
  return (
    <>
      <span class="doings" ref={buttons}>
        {isEditable && button('edit', say(hands.words.edit, { n: left }))}
        {isAppealable && button('appeal', say(words.appeal))}
        {button('withdraw', say(hands.words.withdraw))}
      </span>
      {appeal && (
        <div class="appealed">
          <p>{say(words.appeals[appeal.state])}</p>
          <blockquote dir="auto">{appeal.text}</blockquote>
        </div>
      )}
      {open === 'edit' && <Edit comment={comment} words={words} onClose={close} />}
      {open === 'appeal' && <Appeal comment={comment} words={words} onClose={close} />}
      {open === 'withdraw' && <Withdraw comment={comment} words={words} onClose={close} />}
    </>
  );
}

type PartProps = OwnProps & { onClose: () => void };

/** Asks the service about one comment of the reader, and draws what it answers. */
function useOwn(id: string) {
  const { config, hands } = useHands();
  const { api, identity } = hands.services;
  const at = { siteId: config.site, commentId: id };
  const read = () => identity.as((token) => api<EditableComment>(path(readerRoutes.ownComment, at), { token }));
  const write = <T,>(where: string, method: 'PUT' | 'POST' | 'DELETE', body?: object) =>
    identity.as((token) => api<T>(path(where, at), { method, token, ...(body && { body }) }));
  const draw = (comment: OwnCommentView) => {
    hands.thread.dispatch({ type: 'own', comment });
    hands.tell();
  };
  return { read, write, draw, announce: hands.announce };
}

function Edit({ comment, words, onClose }: PartProps) {
  const widget = useHands();
  const { words: said, hands } = widget;
  const { say } = said;
  const { read, write, draw, announce } = useOwn(comment.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [seen, setSeen] = useState<EditableComment | null>(null);
  const [text, setText] = useState('');
  const [composer, setComposer] = useState<typeof Composer | null>(null);
  useEffect(() => {
    // Closed before the answer came, perhaps for another panel: that is none of its business any more.
    let isOpen = true;
    read().then(
      (own) => {
        if (!isOpen) return;
        setSeen(own);
        setText(own.text);
      },
      () => {
        if (!isOpen) return;
        announce(say(hands.words.failed));
        onClose();
      },
    );
    return () => void (isOpen = false);
  }, []);
  useEffect(() => field.current?.focus(), [seen]);
  useEffect(() => {
    // What offers people and counts is the composer's. Without it, names are words like any other, and the service counts.
    import('./composer.tsx').then(
      (module) => {
        module.dress(widget.root);
        setComposer(module);
      },
      () => undefined,
    );
  }, []);
  const naming: Naming = { id, widget, hands, field, draft: { text }, write: setText, edits: comment.id };
  const send = async () => {
    const mentions = mentionsIn(naming).slice(0, MENTIONS_MAX);
    const edited = await write<OwnCommentView>(readerRoutes.comment, 'PUT', {
      ...{ text, mentions },
      expectedRev: seen?.rev ?? 1,
    });
    draw(edited);
    announce(say(edited.state === 'published' ? words.edited : words.editedHeld));
    onClose();
  };
  if (seen === null) return null;
  return (
    <Panel label={say(words.editLabel)} submit={say(words.save)} send={send} onClose={onClose}>
      <div class="naming">
        <textarea
          ref={field}
          rows={4}
          dir="auto"
          aria-label={say(words.editLabel)}
          aria-describedby={errorId(id, 'text')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {composer && <composer.Mentions {...naming} />}
      </div>
      {composer && <composer.Length writing={{ id, widget, draft: { text, errors: {} } }} />}
    </Panel>
  );
}

function Appeal({ comment, words, onClose }: PartProps) {
  const { words: said } = useHands();
  const { say } = said;
  const { write, draw, announce } = useOwn(comment.id);
  const [text, setText] = useState('');
  const send = async () => {
    draw(await write<OwnCommentView>(readerRoutes.appeal, 'POST', { text }));
    announce(say(words.appeals.open));
    onClose();
  };
  return (
    <Panel label={say(words.appeal)} submit={say(words.appealSend)} send={send} onClose={onClose}>
      <label>
        {say(words.appealLabel)}
        <textarea
          rows={3}
          maxLength={NOTE_MAX}
          dir="auto"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="small">{say(words.appealHint)}</p>
    </Panel>
  );
}

function Withdraw({ comment, words, onClose }: PartProps) {
  const { root, words: said, hands } = useHands();
  const { say } = said;
  const { read, write, draw, announce } = useOwn(comment.id);
  const keep = useRef<HTMLButtonElement>(null);
  const [isSending, setSending] = useState(false);
  useEffect(() => keep.current?.focus(), []);
  const withdraw = async () => {
    if (isSending) return;
    setSending(true);
    try {
      await write(readerRoutes.comment, 'DELETE');
    } catch {
      setSending(false);
      announce(say(hands.words.failed));
      return;
    }
    announce(say(words.withdrawn));
    // It is gone, whether or not what stands in its place can be read now: if not, news of that will come.
    await read().then(draw, onClose);
    // The comment may be gone, or its place is left above its answers: the reader goes on from there.
    setTimeout(() =>
      (root.getElementById(anchorOf(comment.id)) ?? root.querySelector<HTMLElement>('.composer'))?.focus(),
    );
  };
  return (
    <div
      class="panel"
      role="group"
      aria-label={say(words.withdrawAsk)}
      aria-busy={isSending}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <p>{say(words.withdrawAsk)}</p>
      <div class="choices">
        <button type="button" class="away" aria-disabled={isSending} onClick={() => void withdraw()}>
          {say(words.withdrawYes)}
        </button>
        <button ref={keep} type="button" onClick={onClose}>
          {say(words.withdrawNo)}
        </button>
      </div>
    </div>
  );
}
