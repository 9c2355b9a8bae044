import { anchorOf } from './context.ts';
import type { ThreadStore } from './thread-store.ts';

/** Has a comment drawn, wherever it is. */
export async function seek(id: string, thread: ThreadStore, root: ShadowRoot): Promise<void> {
  await fetchComment(id, thread, root);
  // Wherever it is, it is not among the picks alone.
  if (thread.state.picking) thread.dispatch({ type: 'picking', on: false });
}

async function fetchComment(id: string, thread: ThreadStore, root: ShadowRoot): Promise<void> {
  if (root.getElementById(anchorOf(id))) return;
  try {
    await thread.branch(id);
  } catch (gone) {
    // What waits or was refused is in sight for its author alone.
    await thread.mine();
    const own = [...thread.state.comments.values()].find((comment) => comment.id === id);
    if (own === undefined) throw gone;
    if (own.parentId !== null) await thread.branch(own.rootId);
  }
}
