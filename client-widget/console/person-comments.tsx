import type { JSX } from 'preact';
import type { PersonComment, PersonComments as Comments } from '../../shared/people.ts';
import { stateOf } from './comment-state.ts';
import { useSpeech } from './language.tsx';
import { MoreList } from './more-list.tsx';
import { momentOf } from './times.ts';
import type { List } from './use-list.ts';
import { VeiledText } from './veiled-word.tsx';

interface Props {
  comments: List<Comments>;
  onlyRefused: boolean;
  onPick: (onlyRefused: boolean) => void;
  onAct: (comment: PersonComment) => void;
}

/** What the reader wrote and what became of it; each line leads to doing something for it. */
export function PersonComments({ comments, onlyRefused, onPick, onAct }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const { items, isLoading } = comments;
  return (
    <section class="sheet" aria-labelledby="person-comments">
      <div class="label-row">
        <h3 id="person-comments">{say(words.person.comments)}</h3>
        <div class="button-row">
          {([false, true] as const).map((only) => (
            <button
              key={String(only)}
              type="button"
              class="button"
              aria-pressed={only === onlyRefused}
              onClick={() => onPick(only)}
            >
              {say(only ? words.person.onlyRefused : words.person.all)}
            </button>
          ))}
        </div>
      </div>
      <p role="status" class="quiet">
        {isLoading ? say(words.readers.loading) : items?.length === 0 ? say(words.person.noComments) : ''}
      </p>
      <MoreList list={comments} class="rows-plain" more={words.readers.more}>
        {items?.map((comment) => (
          <Row key={comment.id} comment={comment} onAct={onAct} />
        ))}
      </MoreList>
    </section>
  );
}

function Row({ comment, onAct }: { comment: PersonComment; onAct: Props['onAct'] }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const state = stateOf(comment);
  const codes = comment.outcome?.codes ?? [];
  return (
    <li class="person-comment" tabIndex={-1} data-comment={comment.id}>
      <p class="hint">
        <span class={`chip state-${state}`}>
          {[say(words.commentStates[state]), ...codes.map((code) => say(words.codes[code]))].join(' · ')}
        </span>{' '}
        <time dateTime={comment.at}>{momentOf(comment.at, locale)}</time>{' '}
        <bdi>{comment.thread.title ?? comment.thread.key}</bdi>{' '}
        {comment.flags > 0 && say(words.person.flags, { n: comment.flags })}
      </p>
      <p class="person-text" dir="auto">
        {comment.text === '' ? (
          <span class="quiet">{say(words.card.noText)}</span>
        ) : (
          <VeiledText text={comment.text} hits={comment.hits} />
        )}
      </p>
      <button type="button" class="button quiet" data-do="sanction-for" onClick={() => onAct(comment)}>
        {say(words.person.actFor)}
      </button>
    </li>
  );
}
