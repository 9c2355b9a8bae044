import { useState } from 'preact/hooks';
import type { Vote } from '../../shared/votes.ts';
import { useWidget } from './context.ts';
import { Icon } from './icon.tsx';
import type { ShownComment } from './thread-state.ts';

const THUMB = 'M7 10.5V20H4v-9.5Zm0 0L11 3a2.2 2.2 0 0 1 2.2 2.6L12.6 9H18a2 2 0 0 1 2 2.4l-1.3 7A2 2 0 0 1 16.7 20H7';

interface VotesProps {
  comment: ShownComment;
  /** Only how many there are, as of one's own comment. */
  isStill?: boolean;
}

/** Likes and dislikes of a comment: how many, and the buttons to add one's own. Of one's own comment there is only the number. */
export function Votes({ comment, isStill }: VotesProps) {
  const { act, config, hands, state, words } = useWidget();
  const { reader, say } = words;
  const { author, id, tally } = comment;
  const { votes } = state.offers;
  // Why a vote was not taken.
  const [word, setWord] = useState<string | null>(null);
  if (votes === 'none') return null;
  const isOwn = isStill || (author !== null && author.id === hands?.services.identity.personId);
  const draw = (value: Vote) => {
    const n = tally?.[value] ?? 0;
    const isPressed = state.voices.get(id)?.vote === value;
    const count = say(reader[`${value}s`], { n });
    const drawn = (
      <>
        <Icon line={THUMB} kind={value} />
        {n > 0 && new Intl.NumberFormat(config.locale).format(n)}
      </>
    );
    if (isOwn)
      return (
        n > 0 && (
          <span role="img" aria-label={count}>
            {drawn}
          </span>
        )
      );
    const press = () => {
      setWord(null);
      void act(({ vote }) => vote(comment, { vote: isPressed ? null : value })).then(setWord);
    };
    return (
      <button
        type="button"
        aria-pressed={isPressed}
        aria-label={say(reader[value]) + (n > 0 ? ` ${count}` : '')}
        onClick={press}
      >
        {drawn}
      </button>
    );
  };
  return (
    <span class="votes" part="votes">
      {draw('up')}
      {votes === 'both' && draw('down')}
      <small role="alert">{word}</small>
    </span>
  );
}
