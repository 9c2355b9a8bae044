import { useEffect, useState } from 'preact/hooks';
import { anchorOf } from './context.ts';
import type { ThreadStore } from './thread-store.ts';

interface JumpOptions {
  thread: ThreadStore;
  root: ShadowRoot;
  /** Whether what goes wrong can be said. */
  ready: boolean;
  onGone: () => void;
}

/** Follows links to single comments: the page's fragment on load and when it changes, and `jump` from inside. */
export function useJump({ thread, root, ready, onGone }: JumpOptions) {
  const [goal, setGoal] = useState<{ id: string } | null>(null);
  const seek = async (id: string): Promise<void> => {
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
  };
  const jump = (id: string) =>
    void seek(id).then(() => {
      // Wherever it is, it is not among the picks alone.
      if (thread.state.picking) thread.dispatch({ type: 'picking', on: false });
      setGoal({ id });
    }, onGone);
  useEffect(() => {
    if (!ready) return;
    const follow = () => {
      const [, id] = /^#tribune-([\w-]+)$/.exec(location.hash) ?? [];
      if (id !== undefined) jump(id);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [ready]);
  // A fresh object for every jump, so that jumping twice to one place moves there twice. The mark is drawn in between,
  // as it opens what is folded above the comment.
  useEffect(() => {
    if (goal === null) return;
    const frame = requestAnimationFrame(() => {
      const node = root.getElementById(anchorOf(goal.id));
      node?.scrollIntoView({ block: 'center' });
      node?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [goal]);
  return { marked: goal?.id ?? null, jump };
}
