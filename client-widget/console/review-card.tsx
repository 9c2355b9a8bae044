import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { CardFacts } from './card-facts.tsx';
import { DecisionBar } from './decision-bar.tsx';
import type { DecisionProps } from './decision-bar.tsx';
import { Sentence, useSpeech } from './language.tsx';
import { MarkedText, markId } from './marked-text.tsx';
import { ReasonList, reasonId } from './reason-list.tsx';
import { ageOf, momentOf } from './times.ts';

interface Props extends DecisionProps {
  noteField: RefObject<HTMLTextAreaElement | null>;
}

/** The comment at hand: what was written, where, why it stopped here, and what to do. */
export function ReviewCardView(props: Props): JSX.Element {
  const { card } = props.entry;
  const { locale, words, say } = useSpeech();
  const [active, setActive] = useState<number | null>(null);
  const { thread, parent, author } = card;
  const isNew = author.published === 0 && author.refused === 0;

  const point = (index: number, id: string): void => {
    setActive(index);
    const element = document.getElementById(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  };
  const onReason = (index: number): void => point(index, reasonId(index));
  const onMark = (index: number): void => point(index, markId(index));

  return (
    <article class="card" aria-labelledby="comment-title">
      <div class="card-scroll">
        <header class="card-head">
          <h2 id="comment-title" tabIndex={-1}>
            <Sentence
              of={words.card.title}
              parts={{
                name: (
                  <bdi>
                    <MarkedText card={card} field="name" active={active} onReason={onReason} />
                  </bdi>
                ),
              }}
            />
          </h2>
          <p class="card-meta">
            <span class={`chip vis-${card.vis}`}>{say(words.visibility[card.vis])}</span>
            <span class="quiet">
              {isNew
                ? say(words.card.firstComment)
                : `${say(words.card.published, { n: author.published })}, ${say(words.card.refused, { n: author.refused })}`}
            </span>
            <time class="quiet" dateTime={card.createdAt}>
              {say(words.card.posted, { when: momentOf(card.createdAt, locale) })}
            </time>
            {card.queuedAt !== null && (
              <span class="quiet">
                {say(words.card.waitingSince, { age: ageOf(card.queuedAt, props.now, locale, 'long') })}
              </span>
            )}
          </p>
          <p class="card-thread">
            {thread.url === null ? (
              <span>
                <bdi>{thread.title ?? say(words.card.untitled)}</bdi>{' '}
                <span class="quiet">({say(words.card.noLink)})</span>
              </span>
            ) : (
              <a href={thread.url} target="_blank" rel="noopener noreferrer">
                <bdi>{thread.title ?? thread.url}</bdi>
              </a>
            )}
          </p>
        </header>
        {parent !== null && (
          <figure class="parent">
            <figcaption class="quiet">
              <Sentence of={words.card.parent} parts={{ name: <bdi>{parent.authorName}</bdi> }} />
            </figcaption>
            <blockquote dir="auto">{parent.text}</blockquote>
          </figure>
        )}
        <div class="comment-text" dir="auto" data-part="text">
          {card.text === '' ? (
            <span class="quiet">{say(words.card.noText)}</span>
          ) : (
            <MarkedText card={card} field="body" active={active} onReason={onReason} />
          )}
        </div>
        <ReasonList card={card} active={active} onMark={onMark} />
        <CardFacts card={card} />
      </div>
      <DecisionBar {...props} />
    </article>
  );
}
