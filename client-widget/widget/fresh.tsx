import { useEffect } from 'preact/hooks';
import { anchorOf } from './context.ts';
import { useHands } from './hands.ts';

const PAUSE_MS = 2000;

/** The way to the editor's picks where there are any, and to what is new, which is none of them. */
export function OverList() {
  const { state, hands } = useHands();
  return (
    <>
      {hands.picks && <hands.picks.Picks />}
      {!state.picking && <Fresh />}
    </>
  );
}

/** "n new comments": the reader decides when they move what is being read. */
function Fresh() {
  const { state, words, root, hands } = useHands();
  const { thread } = hands;
  // An answer to what waits waits with it.
  const roots = new Set(state.waiting);
  const all = [...state.comments.values()];
  const n = all.filter(({ state, rootId }) => state === 'published' && roots.has(rootId)).length;
  // A busy discussion is told of when it pauses, and not comment by comment.
  useEffect(() => {
    if (n === 0) return;
    const timer = setTimeout(() => hands.announce(words.say(hands.words.fresh, { n })), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [n]);
  if (n === 0) return null;
  const show = async () => {
    // Oldest first, the new ones come after pages that are not here; the quick way to them is the other order.
    if (state.sort === 'oldest' && state.next !== null) await thread.load('newest');
    else thread.dispatch({ type: 'reveal' });
    // The latest of them that is drawn.
    requestAnimationFrame(() => {
      const drawn = state.waiting.flatMap((id) => root.getElementById(anchorOf(id)) ?? []);
      drawn.at(-1)?.focus();
    });
  };
  return (
    <button type="button" class="fresh" part="fresh" onClick={() => void show().catch(() => hands.failed())}>
      {words.say(hands.words.fresh, { n })}
    </button>
  );
}
