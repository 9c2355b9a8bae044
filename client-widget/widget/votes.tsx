import { useState } from 'preact/hooks';
import type { Vote } from '../../shared/votes.ts';
import { useWidget } from './context.ts';
import type { ShownComment } from './thread-state.ts';

/** Likes and dislikes of a comment: how many, and the buttons to add one's own. Of one's own comment there is only the number. */
export function Votes({ comment }: { comment: ShownComment }) {
  const { state, hands } = useWidget();
  const { votes } = state.offers;
  const [word, setWord] = useState<string | null>(null);
  if (votes === 'none') return null;
  const isOwn = comment.author !== null && comment.author.id === hands?.services.identity.personId;
  return (
    <span class="votes" part="votes">
      <Button comment={comment} value="up" isOwn={isOwn} onWord={setWord} />
      {votes === 'both' && <Button comment={comment} value="down" isOwn={isOwn} onWord={setWord} />}
      <small role="alert">{word}</small>
    </span>
  );
}

const THUMB = 'M7 10.5V20H4v-9.5Zm0 0L11 3a2.2 2.2 0 0 1 2.2 2.6L12.6 9H18a2 2 0 0 1 2 2.4l-1.3 7A2 2 0 0 1 16.7 20H7';

interface ButtonProps {
  comment: ShownComment;
  value: Vote;
  isOwn: boolean;
  /** Hears why a vote was not taken; null for one that is on its way. */
  onWord: (word: string | null) => void;
}

function Button({ comment, value, isOwn, onWord }: ButtonProps) {
  const { act, config, state, words } = useWidget();
  const { reader, say } = words;
  const n = comment.tally?.[value] ?? 0;
  const pressed = state.voices.get(comment.id)?.vote === value;
  const press = () => {
    onWord(null);
    void act(({ vote }) => vote(comment, { vote: pressed ? null : value })).then(onWord);
  };
  const count = say(value === 'up' ? reader.ups : reader.downs, { n });
  const drawn = (
    <>
      <svg viewBox="0 0 24 24" class={value} aria-hidden="true">
        <path d={THUMB} />
      </svg>
      {n > 0 && new Intl.NumberFormat(config.locale).format(n)}
    </>
  );
  if (isOwn)
    return n === 0 ? null : (
      <span role="img" aria-label={count}>
        {drawn}
      </span>
    );
  return (
    <button type="button" aria-pressed={pressed} aria-label={`${say(reader[value])} ${count}`} onClick={press}>
      {drawn}
    </button>
  );
}
