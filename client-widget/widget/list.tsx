import { useRef } from 'preact/hooks';
import type { Sort } from '../../shared/votes.ts';
import { branchOf } from './comment.tsx';
import { ORDERS } from './config.ts';
import { useWidget } from './context.ts';
import { LoadMore } from './load-more.tsx';
import { branchesOf, type Drawn } from './thread-tree.ts';

/** The count, the order, what is new, and the comments. */
export function List({ loading }: { loading: boolean }) {
  const { config, state, hands, words } = useWidget();
  const drawn = useRef<Drawn>(new Map());
  const { say, reader } = words;
  const branches = branchesOf(state, drawn.current);
  const empty = branches.length + state.waiting.length + state.unsent.length === 0;
  return (
    <section class="list" aria-busy={loading}>
      {empty ? <p class="empty">{say(reader.empty)}</p> : <Top />}
      {hands && <hands.parts.OverList />}
      {state.featured.length > 0 && !hands?.picks && !config.passage && <div class="room" />}
      {hands && <hands.parts.OnItsWay />}
      <ol part="list" hidden={state.picking}>
        {branches.map(branchOf)}
      </ol>
      {state.next !== null && <LoadMore label={say(reader.more)} load={(hands) => hands.thread.more()} />}
    </section>
  );
}

function Top() {
  const { state, words, act, hands } = useWidget();
  const { say, reader } = words;
  const { votes, emojis } = state.offers;
  // Where nobody votes, there is nothing else to order by.
  const isVoted = votes !== 'none' || emojis.length > 0;
  return (
    <div class="top">
      <h3>{say(reader.count, { n: state.count })}</h3>
      {/* Before the order, which stays where it is when this comes. */}
      {hands && <hands.parts.SearchSlot />}
      <select
        aria-label={say(reader.sort)}
        value={state.sort}
        onChange={({ currentTarget }) => void act((given) => given.order(currentTarget.value as Sort))}
      >
        {ORDERS.filter((sort, at) => at < 2 || isVoted || sort === state.sort).map((sort) => (
          <option key={sort} value={sort}>
            {say(reader[sort])}
          </option>
        ))}
      </select>
    </div>
  );
}
