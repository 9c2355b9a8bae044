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
  const jump = (id: string) =>
    void import('./jump.ts').then(({ seek }) => seek(id, thread, root)).then(() => setGoal({ id }), onGone);
  useEffect(() => {
    if (!ready) return;
    const follow = () => {
      // What else the console says behind it is taken off later.
      const [, id] = /^#tribune-([\w-]+)(&|$)/.exec(location.hash) ?? [];
      if (id) jump(id);
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
