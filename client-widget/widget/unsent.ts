const unsent = new Set<string>();

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/**
 * Has the browser ask before it leaves a page on which something written would be lost. The listener is there only while
 * it is needed, as it keeps pages out of the browser's back-and-forward cache. The answer lets go of the draft.
 */
export function guardDraft(id: string, endangered: boolean): () => void {
  if (endangered) unsent.add(id);
  update();
  return () => {
    unsent.delete(id);
    update();
  };
}

function update(): void {
  if (unsent.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}
