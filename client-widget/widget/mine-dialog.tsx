import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { plainText } from '../../shared/markdown.ts';
import type { MineSentences } from '../../shared/messages/mine/sentences.ts';
import type { VerdictSentences } from '../../shared/messages/verdict/sentences.ts';
import type { OwnList, OwnListed } from '../../shared/own.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import { anchorOf } from './context.ts';
import { useHands } from './hands.ts';
import { MineData } from './mine-data.tsx';
import { Tabs, type Tab } from './mine-tabs.tsx';
import { OverPage } from './over-page.tsx';
import { refusedFor } from './refused-for.ts';
import { exactTime } from './relative-time.ts';
import { usePart } from './use-part.ts';

export interface MineWords extends MineSentences {
  verdict: VerdictSentences;
}

export interface MineProps {
  words: MineWords;
  onClose: () => void;
}

/** All that is the reader's own, over the page: their comments everywhere and what can be done with them, what they follow, their mail. */
export function MineDialog({ words, onClose }: MineProps) {
  const { hands, state, words: said } = useHands();
  const { say } = said;
  const id = useId();
  const list = useOwnList();
  const [isNobody, setNobody] = useState(false);
  const hasAccount = state.offers.signIn || hands.services.identity.session !== null;
  const [tab, setTab] = useState<Tab>('comments');
  const fallBack = () => setTab('comments');
  const follows = usePart(tab === 'follows', () => import('./follows.tsx'), fallBack);
  const signIn = usePart(tab === 'account', () => import('./sign-in.tsx'), fallBack);
  return (
    <OverPage title={say(hands.words.mine)} close={say(words.close)} part="mine-dialog" onClose={onClose}>
      {!isNobody && <Tabs {...{ id, tab, words }} hasAccount={hasAccount} onChoose={setTab} />}
      <div id={`${id}-panel`} role={isNobody ? undefined : 'tabpanel'} aria-labelledby={`${id}-${tab}`}>
        {tab === 'comments' && (
          <>
            {!isNobody && <List words={words} list={list} onLeave={onClose} />}
            <MineData words={words} onChanged={() => list.load()} onNobody={() => setNobody(true)} />
          </>
        )}
        {tab === 'follows' && follows && <follows.Follows words={follows.words} onLeave={onClose} />}
        {tab === 'account' && signIn && <signIn.Account words={signIn.words} />}
      </div>
    </OverPage>
  );
}

type Loading = 'loading' | 'ready' | 'failed';

function useOwnList() {
  const { hands } = useHands();
  const { api, identity } = hands.services;
  const [{ items, next }, setList] = useState<OwnList>({ items: [], next: null });
  const [status, setStatus] = useState<Loading>('loading');
  const load = (cursor?: string) => {
    setStatus('loading');
    identity
      .as((token) => api<OwnList>(path(readerRoutes.ownComments, {}, { cursor }), { token }))
      .then(
        (page) => {
          setList((before) => (cursor === undefined ? page : { ...page, items: [...before.items, ...page.items] }));
          setStatus('ready');
        },
        () => setStatus('failed'),
      );
  };
  useEffect(() => load(), []);
  return { items, next, status, load };
}

interface ListProps {
  words: MineWords;
  list: ReturnType<typeof useOwnList>;
  /** The reader goes to one of them on this page. */
  onLeave: () => void;
}

function List({ words, list: { items, next, status, load }, onLeave }: ListProps) {
  const { words: said } = useHands();
  const { say, reader } = said;
  const rows = useRef<HTMLOListElement>(null);
  const [shown, setShown] = useState(0);
  // Whoever asked for more goes on with the first that came: the button may have gone.
  useEffect(() => {
    if (shown > 0) (rows.current?.children[shown] as HTMLElement | undefined)?.focus();
  }, [items.length]);
  const more = () => {
    if (status === 'loading' || next === null) return;
    setShown(items.length);
    load(next);
  };
  return (
    <section aria-busy={status === 'loading'}>
      <ol ref={rows}>
        {items.map((item) => (
          <Item key={item.id} item={item} words={words} onLeave={onLeave} />
        ))}
      </ol>
      {status === 'ready' && items.length === 0 && <p class="note">{say(words.none)}</p>}
      {status === 'failed' && (
        <p role="alert">
          {say(reader.loadFailed)}{' '}
          <button
            type="button"
            class="plain"
            onClick={() => load(items.length === 0 ? undefined : (next ?? undefined))}
          >
            {say(reader.retry)}
          </button>
        </p>
      )}
      {next !== null && status !== 'failed' && (
        <button type="button" class="wide" aria-disabled={status === 'loading'} onClick={more}>
          {say(words.more)}
        </button>
      )}
    </section>
  );
}

/** One comment: where it stands and what became of it. What can still be done about it is done at its place. */
function Item({ item, words, onLeave }: { item: OwnListed; words: MineWords; onLeave: () => void }) {
  const { config, hands, words: said } = useHands();
  const { say } = said;
  const { thread, state, note } = item;
  const isHere = thread.key === config.thread;
  const article = thread.url?.replace(/#.*$/, '');
  // Whoever wrote it sees nothing of it at its place either.
  const isWiped = item.body.length === 0;
  const href = state === 'withdrawn' || isWiped ? undefined : isHere ? '' : article;
  const go = (event: Event) => {
    if (!isHere) return;
    event.preventDefault();
    onLeave();
    // The focus goes back to where it came from first, then to the comment.
    setTimeout(() => hands.jump(item.id));
  };
  const title = <bdi>{thread.title ?? say(words.untitled)}</bdi>;
  return (
    <li tabIndex={-1}>
      <p class="where">
        <span class="badge" data-state={state}>
          {say(words.states[state])}
        </span>{' '}
        {href === undefined ? (
          title
        ) : (
          <a href={`${href}#${anchorOf(item.id)}`} onClick={go}>
            {title}
          </a>
        )}
      </p>
      {item.question !== undefined && (
        <p class="why">
          <bdi>{say(words.about, { question: item.question })}</bdi>
        </p>
      )}
      {isWiped ? (
        <p class="why">{say(words.wiped)}</p>
      ) : (
        <p class="excerpt" dir="auto">
          {plainText(item.body)}
        </p>
      )}
      {state === 'held' && <p class="why">{say(words.verdict.heldWhy)}</p>}
      {state === 'refused' && (
        <p class="why">
          {refusedFor(item)
            .map((code) => say(words.verdict.reasons[code]))
            .join(' ')}
        </p>
      )}
      {note !== null && (
        <p class="why">
          {say(words.verdict.noteFrom)} <bdi>{note}</bdi>
        </p>
      )}
      <time dateTime={item.createdAt}>{exactTime(item.createdAt, config.locale)}</time>
    </li>
  );
}
