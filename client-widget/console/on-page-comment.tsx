import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { Message } from '../../shared/messages/format.ts';
import type { Action, DistinctionKind } from '../../shared/moderation.ts';
import type { Decided, ReviewCard } from '../../shared/review.ts';
import { newKey } from '../kit/api.ts';
import { cardOf, type Answer, type ConsoleApi, type Trouble } from './api.ts';
import { barredFrom } from './barred.ts';
import { CardNotes } from './card-notes.tsx';
import { actionsAnywhere, type Deciding } from './choices.ts';
import { DecisionBar } from './decision-bar.tsx';
import { useSpeech } from './language.tsx';
import { MarkedText, markId } from './marked-text.tsx';
import { OutcomeSentence } from './outcome-sentence.tsx';
import { PageLink } from './page-link.tsx';
import { panelKeys } from './panel-keys.ts';
import { ReasonList, reasonId } from './reason-list.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useDecisions } from './use-decisions.ts';
import { EMPTY_DRAFT, type Draft } from './use-drafts.ts';
import { useOneComment } from './use-one-comment.ts';
import { useVeiled } from './veil.ts';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  found: ReviewCard;
  /** Hears of every act here. */
  onChange: () => void;
}

/** What is done at an article; everything else is done at the desk. What nobody has doubted need not be approved. */
function actionsHere(card: ReviewCard, me: Deciding): readonly Action[] {
  const here: readonly Action[] = card.review === 'none' ? ['refuse'] : ['approve', 'refuse', 'uphold', 'overturn'];
  return actionsAnywhere(card, me).filter((action) => here.includes(action));
}

/** One comment of the article: what it says, how it stands, and what can be done about it here. */
export function OnPageComment({ api, me, found, onChange }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const one = useOneComment(api, found);
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const { entry } = one.bar;
  const { card } = entry;
  const now = Date.now();
  const drafts = {
    of: () => draft,
    write: (_: string, change: Partial<Draft>) => setDraft((was) => ({ ...was, ...change })),
  };
  const decisions = useDecisions(one, entry, {
    ...{ drafts, me, now },
    actionsOf: actionsHere,
  });
  const before = useRef(card.v);
  useEffect(() => {
    if (before.current !== card.v) onChange();
    before.current = card.v;
  }, [card.v]);
  const isBarred = barredFrom(card, me.id).length > 0;
  const veiled = useVeiled()(card);
  return (
    <section class="on-page-part" aria-labelledby="on-page-comment" onKeyDown={panelKeys(decisions)}>
      <h2 id="on-page-comment">
        <bdi>{veiled.author.name}</bdi>
      </h2>
      <p class="card-meta">
        <span class={`chip vis-${card.vis}`}>{say(words.visibility[card.vis])}</span>
        {card.pinnedAt !== null && <span class="chip">{say(words.onPage.isPinned)}</span>}
        {card.featuredAt !== null && <span class="chip">{say(words.onPage.isFeatured)}</span>}
        {card.queue !== null && <span class={`chip state queue-${card.queue}`}>{say(words.queues[card.queue])}</span>}
        <time class="quiet" dateTime={card.createdAt}>
          {momentOf(card.createdAt, locale)}
        </time>
        <PageLink card={card} />
      </p>
      <CardNotes card={card} onWake={null} />
      <Text card={card} />
      {card.outcome !== null && (
        <p class="hint">
          <OutcomeSentence card={card} me={me.id} now={now} />
        </p>
      )}
      {card.vis !== 'erased' && (decisions.actions.length > 0 || entry.standing.kind !== 'waiting' || isBarred) && (
        <DecisionBar {...one.bar} {...{ me, now, decisions }} />
      )}
      <TroubleNote trouble={one.trouble} />
      <Steering api={api} me={me} card={card} onCard={one.renew} />
    </section>
  );
}

/** The text with what the rules found in it, if that is anything. */
function Text({ card }: { card: ReviewCard }): JSX.Element {
  const { words, say } = useSpeech();
  const [active, setActive] = useState<number | null>(null);
  const point = (index: number, id: string): void => {
    setActive(index);
    document.getElementById(id)?.focus();
  };
  return (
    <>
      <div class="comment-text" dir="auto" data-part="text">
        {card.text === '' ? (
          <span class="quiet">{say(words.card.noText)}</span>
        ) : (
          <MarkedText card={card} field="body" active={active} onReason={(index) => point(index, reasonId(index))} />
        )}
      </div>
      {card.verdict.hits.length > 0 && (
        <ReasonList card={card} active={active} onMark={(index) => point(index, markId(index))} />
      )}
    </>
  );
}

interface SteeringProps extends Pick<Props, 'api' | 'me'> {
  card: ReviewCard;
  onCard: (card: ReviewCard) => void;
}

/** Pins or features the comment, and takes back what was done last from here. */
function Steering({ api, me, card, onCard }: SteeringProps): JSX.Element {
  const { words, say } = useSpeech();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSending, setSending] = useState(false);
  const first = useRef(card.undo?.eventId);
  /** Of taking back one act, the same however often that is sent. */
  const key = useRef({ of: '', key: '' });
  const { undo } = card;
  const mine = undo !== null && undo.by.id === me.id && undo.eventId !== first.current ? undo.eventId : null;

  async function act(work: Promise<Answer<Decided>>): Promise<void> {
    setSending(true);
    const answer = await work;
    setSending(false);
    setTrouble(answer.ok ? null : answer.trouble);
    const fresh = answer.ok ? answer.value.card : cardOf(answer.trouble);
    if (fresh !== null) onCard(fresh);
  }
  const takeBack = (eventId: string): void => {
    if (key.current.of !== eventId) key.current = { of: eventId, key: newKey() };
    void act(api.undo(card.id, eventId, key.current.key));
  };
  /** A button that sets the comment apart, or no more. */
  const setting = (
    kind: DistinctionKind,
    since: string | null,
    [give, end]: readonly [Message, Message],
  ): JSX.Element => (
    <button
      type="button"
      class="button minor"
      data-do={kind}
      aria-disabled={isSending || undefined}
      onClick={() =>
        !isSending &&
        void act(since === null ? api.distinguish(kind, card.id, card.rev) : api.undistinguish(kind, card.id))
      }
    >
      {say(since === null ? give : end)}
    </button>
  );
  const { pinnedAt, featuredAt } = card;
  const isInSight = card.vis === 'visible';
  return (
    <>
      <TroubleNote trouble={trouble} />
      <div class="buttons">
        {(pinnedAt !== null || (isInSight && card.parent === null)) &&
          setting('pin', pinnedAt, [words.onPage.pin, words.onPage.unpin])}
        {(featuredAt !== null || isInSight) &&
          setting('feature', featuredAt, [words.onPage.feature, words.onPage.unfeature])}
        {mine !== null && (
          <button
            type="button"
            class="button minor"
            data-do="undo"
            aria-disabled={isSending || undefined}
            onClick={() => !isSending && takeBack(mine)}
          >
            {say(words.onPage.undo)}
          </button>
        )}
      </div>
    </>
  );
}
