const unsent = new Map<string, () => boolean>();

const ask = (event: BeforeUnloadEvent) => {
  if ([...unsent.values()].some((isEndangered) => isEndangered())) event.preventDefault();
};

/**
 * Has the browser ask before it leaves a page on which something written would be lost. The listener is there only while
 * there is something to lose, as it keeps pages out of the browser's back-and-forward cache. The answer lets go of it.
 */
export function guardDraft(id: string, isEndangered: () => boolean): () => void {
  unsent.set(id, isEndangered);
  addEventListener('beforeunload', ask);
  return () => {
    unsent.delete(id);
    if (unsent.size === 0) removeEventListener('beforeunload', ask);
  };
}
