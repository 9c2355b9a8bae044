import type { ComponentChild, JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import type { Answer, Trouble } from './api.ts';
import { Sentence, useSpeech } from './language.tsx';
import { MoreList } from './more-list.tsx';
import { focusHeading } from './page.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useList } from './use-list.ts';
import { useLoaded } from './use-loaded.ts';

const STATES = ['waiting', 'sent', 'dead', 'dropped'] as const;

/** What could not go out. */
export interface Dead {
  id: string;
  to: string;
  error: string;
  attempts: number;
  diedAt: string;
}

/** How much there is of each, and a page of what could not go out. */
export interface OutboxPage<Item extends Dead> {
  counts: Record<(typeof STATES)[number], number>;
  items: readonly Item[];
  next: string | null;
}

interface Props<Item extends Dead> {
  title: Message;
  load: (cursor: string | null) => Promise<Answer<OutboxPage<Item>>>;
  retry: (id: string) => Promise<Answer<null>>;
  drop: (id: string) => Promise<Answer<null>>;
  /** What is said of one besides where it was to go. */
  about?: (item: Item) => ComponentChild;
  /** What comes before the numbers. */
  children: ComponentChild;
}

/** An outbox: its numbers, and what could not go out, each with what can be done about it. */
export function Outbox<Item extends Dead>({ title, load, retry, drop, about, children }: Props<Item>): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const figures = useLoaded(() => load(null));
  const list = useList<OutboxPage<Item>>('dead', (cursor) => load(cursor === null ? null : String(cursor)));
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // The button that was pressed has gone with its line.
  useEffect(() => {
    if (said !== '' && document.activeElement === document.body) focusHeading();
  }, [said]);

  async function act(item: Item, how: typeof retry, done: Message): Promise<void> {
    const answer = await how(item.id);
    // What is there no more was dealt with by somebody else.
    const isGone = answer.ok || (answer.trouble.kind === 'problem' && answer.trouble.document.status === 404);
    setTrouble(isGone ? null : answer.trouble);
    if (!isGone) return;
    setGone((before) => new Set([...before, item.id]));
    setSaid(say(done, { to: item.to }));
    await figures.again();
  }

  const dead = list.items?.filter((item) => !gone.has(item.id)) ?? null;
  return (
    <section class="outbox" aria-labelledby={id}>
      <h3 id={id}>{say(title)}</h3>
      {children}
      {figures.value !== null && <Figures counts={figures.value.counts} />}
      <p role="status" class="quiet">
        {said}
      </p>
      <TroubleNote trouble={trouble} />
      <h4>{say(words.mail.dead)}</h4>
      {dead?.length === 0 && !list.hasMore && <p class="quiet">{say(words.mail.noneDead)}</p>}
      <MoreList
        list={{ ...list, items: dead }}
        class="dead-list"
        status={list.isLoading ? say(words.mail.loading) : ''}
        failed={words.mail.failed}
        more={words.mail.more}
      >
        {dead?.map((item) => (
          <li key={item.id} tabIndex={-1} data-dead={item.id}>
            <DeadLine item={item}>{about?.(item)}</DeadLine>
            <div class="button-row">
              <ActButton act="retry" item={item} onPress={() => void act(item, retry, words.mail.retried)} />
              <ActButton act="drop" item={item} onPress={() => void act(item, drop, words.mail.dropped)} />
            </div>
          </li>
        ))}
      </MoreList>
    </section>
  );
}

function Figures({ counts }: Pick<OutboxPage<Dead>, 'counts'>): JSX.Element {
  const { locale, words, say } = useSpeech();
  return (
    <>
      <dl class="outbox-figures">
        {STATES.map((state) => (
          <div key={state}>
            <dt>{say(words.mailStates[state])}</dt>
            <dd data-count={state}>{new Intl.NumberFormat(locale).format(counts[state])}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{say(words.mail.counted)}</p>
    </>
  );
}

function DeadLine({ item, children }: { item: Dead; children: ComponentChild }): JSX.Element {
  const { locale, words } = useSpeech();
  const when = <time dateTime={item.diedAt}>{momentOf(item.diedAt, locale)}</time>;
  return (
    <div>
      <p class="dead-to">
        <bdi>{item.to}</bdi>
      </p>
      {children}
      <p class="hint">
        <Sentence of={words.mail.givenUp} params={{ n: item.attempts + 1 }} parts={{ when }} />
      </p>
      {/* As the server said it, in whatever language that is. */}
      <p class="dead-error" dir="auto">
        {item.error}
      </p>
    </div>
  );
}

function ActButton({ act, item, onPress }: { act: 'retry' | 'drop'; item: Dead; onPress: () => void }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <button type="button" class="button" data-do={act} onClick={onPress}>
      {say(words.mail[act])}
      <span class="unseen">
        {' '}
        – <bdi>{item.to}</bdi>
      </span>
    </button>
  );
}
