import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import { Announcer } from './announcer.tsx';
import { Attention } from './attention.tsx';
import type { Desk, DeskState } from './desk.ts';
import { EmptyQueue } from './empty-queue.tsx';
import { HeatNote } from './heat-note.tsx';
import type { Command } from './keys.ts';
import { useSpeech } from './language.tsx';
import { ReviewCardView } from './review-card.tsx';
import { ReviewList } from './review-list.tsx';
import { attentionOf, isDecidable } from './review-state.ts';
import type { Choice } from './review-state.ts';
import { useNotes } from './use-notes.ts';
import { useListOrCard } from './use-list-or-card.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface Props {
  desk: Desk;
  state: DeskState;
  me: ModeratorView;
  now: number;
  /** Whether shortcuts are wished for. */
  shortcuts: boolean;
  /** Whether no other page is. */
  isInFront: boolean;
  onHelp: () => void;
}

/** The desk: what waits on one side, the comment at hand on the other. */
export function Review({ desk, state, me, now, shortcuts, isInFront, onHelp }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const { review, loadingMore, hot } = state;
  const [refusing, setRefusing] = useState<string | null>(null);
  const detail = useRef<HTMLElement>(null);
  // Where there is room for one of them only.
  const [isListShown, showList] = useListOrCard(detail);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const notes = useNotes(review);

  const id = review.selected;
  const entry = id === null ? undefined : review.entries.get(id);
  const isRefusing = entry !== undefined && refusing === id && isDecidable(entry);
  const focusCard = (): void => detail.current?.querySelector<HTMLElement>('#comment-title, #all-done')?.focus();

  // What had the focus in the card may be gone after this: then one goes on reading at the top of what is there instead.
  const wasInside = detail.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (wasInside && detail.current?.contains(document.activeElement) === false) focusCard();
  });

  const decide = (choice: Choice): void => {
    if (entry === undefined || !isDecidable(entry)) return;
    setRefusing(null);
    void desk.decide(entry.card.id, choice);
  };
  const acknowledge = (which: string): void => {
    setRefusing(null);
    desk.dispatch({ type: 'acknowledged', id: which });
  };
  const select = (which: string): void => {
    setRefusing(null);
    desk.dispatch({ type: 'selected', id: which });
  };
  const refuseFor = (index: number): boolean => {
    const code = REASON_CODES[index];
    if (code === undefined) return false;
    const note = notes.of(entry?.card.id ?? '').trim();
    decide({ action: 'refuse', code, ...(note === '' ? {} : { note }) });
    return true;
  };

  /** Whether the command meant something here. */
  function run(command: Command): boolean {
    switch (command.do) {
      case 'next':
      case 'previous':
        setRefusing(null);
        desk.dispatch({ type: 'moved', by: command.do === 'next' ? 1 : -1 });
        return true;
      case 'approve':
        decide({ action: 'approve' });
        return true;
      case 'refuse':
        if (entry !== undefined && isDecidable(entry)) setRefusing(id);
        return true;
      case 'reason':
        return refuseFor(command.index);
      case 'note':
        noteField.current?.focus();
        return true;
      case 'cancel':
        setRefusing(null);
        return true;
      case 'open': {
        const url = entry?.card.thread.url ?? null;
        if (url !== null) open(url, '_blank', 'noopener');
        return true;
      }
      case 'refresh':
        void desk.refresh();
        return true;
      case 'done':
        if (entry?.standing.kind !== 'settled') return false;
        acknowledge(entry.card.id);
        return true;
      case 'help':
        onHelp();
        return true;
    }
  }
  useShortcuts({ isOn: shortcuts, isInFront, isRefusing, run });

  return (
    <div class="desk-page" hidden={!isInFront}>
      <HeatNote hot={hot} now={now} />
      <Attention
        entries={attentionOf(review)}
        me={me.id}
        now={now}
        onShow={(which) => {
          select(which);
          showList(false);
        }}
        onRetry={(which) => void desk.retry(which)}
        onDone={acknowledge}
      />
      <main class={isListShown ? 'desk listing' : 'desk'}>
        <ReviewList
          review={review}
          now={now}
          loadingMore={loadingMore}
          onSelect={select}
          onPick={() => showList(false)}
          onOpen={() => {
            showList(false);
            focusCard();
          }}
          onMore={() => void desk.loadMore()}
          onRetry={() => void desk.refresh()}
        />
        <section class="detail" ref={detail} aria-label={say(words.card.text)}>
          <button type="button" class="button to-list" onClick={() => showList(true)}>
            {say(words.list.back, { n: review.count })}
          </button>
          {entry === undefined ? (
            <EmptyQueue review={review} />
          ) : (
            <ReviewCardView
              key={entry.card.id}
              entry={entry}
              me={me.id}
              now={now}
              isRefusing={isRefusing}
              noteField={noteField}
              note={notes.of(entry.card.id)}
              onNote={(note) => notes.write(entry.card.id, note)}
              hints={shortcuts}
              onApprove={() => decide({ action: 'approve' })}
              onRefuse={() => setRefusing(id)}
              onReason={refuseFor}
              onCancel={() => setRefusing(null)}
              onRetry={() => void desk.retry(entry.card.id)}
              onDismiss={() => desk.dispatch({ type: 'dismissed', id: entry.card.id })}
              onDone={() => acknowledge(entry.card.id)}
            />
          )}
        </section>
      </main>
      <Announcer review={review} me={me.id} now={now} />
    </div>
  );
}
