import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey } from '../kit/api.ts';
import { Avatar } from './avatar.tsx';
import { Question } from './discard.tsx';
import { useHands } from './hands.ts';
import { drop, sendNow } from './outbox.ts';
import type { UnsentComment } from './unsent-comment.ts';

/** A comment that is on its way, for its author alone: what has become of it, and what may be done about it. */
export function UnsentLine({ item }: { item: UnsentComment }) {
  const { hands, words } = useHands();
  const { say } = words;
  const { sending, unsent, unsentOffline } = hands.words.writing;
  const { body, state, problem } = item;
  const name = body.author?.name ?? '';
  const [mode, setMode] = useState<'seen' | 'edit' | 'discard'>('seen');
  const isOnItsWay = state === 'sending';
  return (
    <article class="comment unsent" tabIndex={-1} aria-label={name} aria-busy={isOnItsWay}>
      <header>
        <Avatar name={name} seed={hands.services.identity.personId ?? name} />
        <bdi class="name">{name}</bdi>
        {isOnItsWay && <small>{say(sending)}</small>}
      </header>
      {mode === 'edit' ? (
        <Edit item={item} onClose={() => setMode('seen')} />
      ) : (
        <p class="body" dir="auto">
          {body.text}
        </p>
      )}
      {!isOnItsWay && (
        <p class="failure">
          <strong>{say(unsent)}</strong> {problem ?? say(unsentOffline)}
        </p>
      )}
      {!isOnItsWay && mode !== 'edit' && <Choices item={item} mode={mode} setMode={setMode} />}
    </article>
  );
}

interface ChoicesProps {
  item: UnsentComment;
  mode: 'seen' | 'discard';
  setMode: (mode: 'seen' | 'edit' | 'discard') => void;
}

function Choices({ item, mode, setMode }: ChoicesProps) {
  const sender = useHands();
  const { say } = sender.words;
  const { discardYes, edit, sendNow: send } = sender.hands.words.writing;
  const throwAway = () => {
    drop(sender, item.key);
    sender.root.querySelector<HTMLElement>('.composer')?.focus();
  };
  if (mode === 'discard') return <Question onYes={throwAway} onNo={() => setMode('seen')} />;
  return (
    <footer>
      <button type="button" onClick={() => void sendNow(sender, item)}>
        {say(send)}
      </button>
      <button type="button" onClick={() => setMode('edit')}>
        {say(edit)}
      </button>
      <button type="button" onClick={() => setMode('discard')}>
        {say(discardYes)}
      </button>
    </footer>
  );
}

/** What may be changed of a comment that is not posted yet. */
interface Mended {
  text: string;
  name: string;
  email?: string | undefined;
}

/** What was refused as it is can be put right here: the composer may hold another text already. */
function Edit({ item, onClose }: { item: UnsentComment; onClose: () => void }) {
  const sender = useHands();
  const { say, reader } = sender.words;
  const { cancel, emailRequired, name: nameLabel, sendNow: send } = sender.hands.words.writing;
  const { key, body } = item;
  const [draft, setDraft] = useState<Mended>({ text: body.text, name: '', ...body.author });
  const bound = (part: keyof Mended) => ({
    dir: 'auto' as const,
    value: draft[part],
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [part]: currentTarget.value }),
  });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => {
    onClose();
    const { text, name, email } = draft;
    const author = { name: name.trim(), ...(email && { email: email.trim() }) };
    const changed = { ...body, text: text.trim(), author };
    const isChanged = JSON.stringify(changed) !== JSON.stringify(body);
    if (isChanged) drop(sender, key);
    void sendNow(sender, isChanged ? { ...item, key: newKey(), body: changed } : item);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea ref={field} rows={4} aria-label={say(reader.writeLabel)} {...bound('text')} />
      <label class="line">
        {say(nameLabel)}
        <input type="text" {...bound('name')} />
      </label>
      {item.fault?.code === 'email-required' && (
        <label class="line">
          {say(emailRequired)}
          <input type="text" {...bound('email')} />
        </label>
      )}
      <div class="actions">
        <button type="submit" class="primary">
          {say(send)}
        </button>
        <button type="button" class="plain" onClick={onClose}>
          {say(cancel)}
        </button>
      </div>
    </form>
  );
}
