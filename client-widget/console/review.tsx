import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import { Announcer } from './announcer.tsx';
import type { ConsoleApi, Trouble } from './api.ts';
import { troubleBeside } from './around.ts';
import { Attention } from './attention.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { BulkDesk } from './bulk-desk.tsx';
import type { BulkAsked } from './bulk-desk.tsx';
import { filterIn, fragmentOf } from './desk-filter.ts';
import type { Desk, DeskState } from './desk.ts';
import { DoneLine } from './done-line.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { HeatNote } from './heat-note.tsx';
import { useSpeech } from './language.tsx';
import { isPutAside } from './queue-order.ts';
import { QueueTabs } from './queue-tabs.tsx';
import { RefusalNotes } from './refusal-notes.tsx';
import { Retry } from './retry.tsx';
import { ReviewCardView } from './review-card.tsx';
import { ReviewList } from './review-list.tsx';
import { attentionOf } from './review-state.ts';
import { goTo, runCommand } from './run-command.ts';
import type { Settings } from './settings.ts';
import { useDecisions } from './use-decisions.ts';
import { useDrafts } from './use-drafts.ts';
import { useListOrCard } from './use-list-or-card.ts';
import { usePicks } from './use-picks.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface Props {
  api: ConsoleApi;
  desk: Desk;
  state: DeskState;
  me: ModeratorView;
  now: number;
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
  /** What the address says of the part of the queue that is wanted. */
  params: URLSearchParams;
  /** Whether no other page is. */
  isInFront: boolean;
  onHelp: () => void;
}

/** The desk: what waits on one side, the comment at hand on the other. */
export function Review(props: Props): JSX.Element {
  const { api, desk, state, me, now, settings, isInFront } = props;
  const { words, say } = useSpeech();
  const { review, more, hot, done, refusals } = state;
  const { shortcuts: hints, veil } = settings;
  const detail = useRef<HTMLElement>(null);
  // Where there is room for one of them only.
  const [isListShown, showList] = useListOrCard(detail);
  const [isFiltering, setFiltering] = useState(false);
  const picks = usePicks(review);
  const [askedOfMany, askOfMany] = useState<BulkAsked>(null);
  useWantedFilter(props);

  const id = review.selected;
  const entry = id === null ? undefined : review.entries.get(id);
  const drafts = useDrafts(review);
  const decisions = useDecisions(desk, entry, { drafts, me, now });
  const focusCard = (): void => detail.current?.querySelector<HTMLElement>('#comment-title, #all-done')?.focus();

  // What had the focus in the card may be gone after this: then one goes on reading at the top of what is there instead.
  const wasInside = detail.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (wasInside && detail.current?.contains(document.activeElement) === false) focusCard();
  });

  const acknowledge = (which: string): void => desk.dispatch({ type: 'acknowledged', id: which });
  const select = (which: string): void => desk.dispatch({ type: 'selected', id: which });
  const focusField = useFieldFocus(detail, decisions.remark);
  const onActOnPicked = (): boolean => {
    const selection = picks.selection();
    if (selection !== null) askOfMany(selection);
    return selection !== null;
  };
  useShortcuts({
    isOn: hints,
    isInFront,
    asking: decisions.asking,
    run: (command) =>
      runCommand(command, {
        ...{ desk, review, entry, decisions, now, focusField, acknowledge },
        me: me.id,
        onHelp: props.onHelp,
        onFilter: () => setFiltering(true),
        onPick: picks.toggle,
        onActOnPicked,
        onVeil: () => props.onSettings({ veil: !veil }),
      }),
  });

  return (
    <div class="desk-page" hidden={!isInFront}>
      <HeatNote hot={hot} now={now} />
      <BesideNote trouble={besideTrouble(state)} onRetry={() => void desk.refresh()} />
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
      <RefusalNotes
        refusals={refusals}
        onClose={(which) => {
          desk.forgive(which);
          focusCard();
        }}
      />
      <div class="desk-head">
        <QueueTabs review={review} now={now} hints={hints} />
        <FilterBar review={review} hints={hints} onOpen={() => setFiltering(true)} />
        <button type="button" class="button minor" data-do="newest-acts" onClick={() => askOfMany('newest')}>
          {say(words.bulk.newest)}
        </button>
      </div>
      <main class={isListShown ? 'desk listing' : 'desk'}>
        <ReviewList
          review={review}
          now={now}
          picks={picks}
          more={more}
          onSelect={select}
          onPick={() => showList(false)}
          onOpen={() => {
            showList(false);
            focusCard();
          }}
          onMore={() => void desk.loadMore()}
          onRetry={() => void desk.refresh()}
        >
          <BulkBar picks={picks} total={review.count} hints={hints} onAct={onActOnPicked} />
        </ReviewList>
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
              me={me}
              now={now}
              decisions={decisions}
              hints={hints}
              loadContext={desk.context}
              loadHistory={(id) => api.history(id)}
              onWake={isPutAside(entry.card) && entry.card.undo !== null ? () => void desk.wake(entry.card) : null}
              onRetry={() => void desk.retry(entry.card.id)}
              onDismiss={() => desk.dispatch({ type: 'dismissed', id: entry.card.id })}
              onDone={() => acknowledge(entry.card.id)}
              onTakeOver={() => void desk.takeOver(entry.card.id)}
            />
          )}
        </section>
      </main>
      <DoneLine done={done} hints={hints} onUndo={(eventId) => void desk.undo(eventId)} />
      <BulkDesk
        {...{ api, desk, me, picks }}
        acts={state.acts}
        unread={state.unread.acts}
        asked={askedOfMany}
        ask={askOfMany}
      />
      <Announcer review={review} me={me.id} now={now} />
      {isFiltering && (
        <FilterDialog
          api={api}
          filter={review.filter}
          languages={[...new Set([...review.entries.values()].map(({ card }) => card.lang))]}
          onApply={(filter) => {
            setFiltering(false);
            goTo(filter);
          }}
          onClose={() => setFiltering(false)}
        />
      )}
    </div>
  );
}

/** Why something beside the list is not as of now; where the list is not either, it says so itself. */
function besideTrouble({ review, unread }: DeskState): Trouble | null {
  return review.trouble === null ? troubleBeside(unread) : null;
}

/** Says that something beside the list could not be read, and reads it once more. */
function BesideNote({ trouble, onRetry }: { trouble: Trouble | null; onRetry: () => void }): JSX.Element {
  const { words } = useSpeech();
  return (
    <div class={trouble === null ? '' : 'banner beside'}>
      <Retry trouble={trouble} failed={words.list.besideStale} onRetry={onRetry} />
    </div>
  );
}

/** Puts on the desk what the address asks for, and lets nothing be claimed while another page is in front. */
function useWantedFilter({ desk, state, params, isInFront }: Props): void {
  const wanted = useMemo(() => filterIn(params, Date.now()), [params]);
  useEffect(() => {
    if (isInFront && fragmentOf(wanted) !== fragmentOf(state.review.filter)) desk.show(wanted);
  }, [wanted, isInFront]);
  useEffect(() => desk.attend(isInFront), [isInFront]);
}

/** Puts the cursor into a field of the decision; that for a remark is there once it is wanted. */
function useFieldFocus(
  detail: { readonly current: HTMLElement | null },
  remark: () => void,
): (which: 'note' | 'remark' | 'moment') => void {
  const [wanted, want] = useState<'note' | 'remark' | 'moment' | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    want(null);
    detail.current?.querySelector<HTMLElement>(`[data-field=${wanted}]`)?.focus();
  }, [wanted]);
  return (which) => {
    if (which === 'remark') remark();
    want(which);
  };
}
