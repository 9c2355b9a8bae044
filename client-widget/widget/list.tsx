import type { Sort } from '../../shared/comment.ts';
import { Branch } from './comment.tsx';
import { anchorOf, useWidget } from './context.ts';
import { LoadMore } from './load-more.tsx';
import { branchesOf } from './thread-tree.ts';

const ORDERS: Sort[] = ['newest', 'oldest'];

/** The count, the order, what is new, and the comments. */
export function List({ loading }: { loading: boolean }) {
  const { thread, words } = useWidget();
  const { say, reader } = words;
  const { state } = thread;
  if (state.threadId === null) return <p class="note">{loading && say(reader.loading)}</p>;
  const branches = branchesOf(state);
  const empty = branches.length === 0 && state.waiting.length === 0;
  return (
    <section class="list" aria-busy={loading}>
      {empty ? <p class="empty">{say(reader.empty)}</p> : <Top />}
      {state.waiting.length > 0 && <Fresh />}
      <ol part="list">
        {branches.map((node) => (
          <Branch key={node.comment.id} node={node} />
        ))}
      </ol>
      {state.next !== null && <LoadMore label={say(reader.more)} load={() => thread.more()} />}
    </section>
  );
}

function Top() {
  const { thread, words, announce } = useWidget();
  const { say, reader } = words;
  const order = (sort: Sort) => {
    thread.load(sort).catch(() => announce(say(reader.failed)));
  };
  return (
    <div class="top">
      <h3>{say(reader.count, { n: thread.state.count })}</h3>
      <select
        aria-label={say(reader.sort)}
        value={thread.state.sort}
        onChange={(event) => order(event.currentTarget.value as Sort)}
      >
        {ORDERS.map((sort) => (
          <option key={sort} value={sort}>
            {say(reader[sort])}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The reader decides when new comments move what they are reading. */
function Fresh() {
  const { thread, words, root } = useWidget();
  const { state } = thread;
  const show = async () => {
    const first = state.waiting.at(-1);
    // Oldest first, the new ones come after pages that are not here; the quick way to them is the other order.
    if (state.sort === 'oldest' && state.next !== null) await thread.load('newest');
    else thread.dispatch({ type: 'reveal' });
    requestAnimationFrame(() => {
      const node = first && root.getElementById(anchorOf(first));
      if (node) node.focus();
    });
  };
  return (
    <button type="button" class="fresh" part="fresh" onClick={() => void show()}>
      {words.say(words.reader.fresh, { n: state.waiting.length })}
    </button>
  );
}
