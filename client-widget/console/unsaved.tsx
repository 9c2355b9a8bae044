import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import type { LeaveGuard } from './use-place.ts';

export interface Unsaved {
  /** Does what would end the form, once it is settled what becomes of unsaved changes. */
  leave: (then: () => void) => void;
  /** What asks, while it does. */
  dialog: JSX.Element | null;
}

/** Has nobody leave a form with unsaved changes without having been asked: not the page, and not the browser's tab. */
export function useUnsaved(isDirty: boolean, guard: LeaveGuard): Unsaved {
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  // At once, not when the browser next finds time: the page may be left right after the first letter.
  useLayoutEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    guard.current = (go) => setLeaving(() => go);
    return () => {
      removeEventListener('beforeunload', warn);
      guard.current = null;
    };
  }, [isDirty]);
  return {
    leave: (then) => (isDirty ? setLeaving(() => then) : then()),
    dialog:
      leaving === null ? null : (
        <LeaveDialog
          onStay={() => setLeaving(null)}
          onLeave={() => {
            setLeaving(null);
            leaving();
          }}
        />
      ),
  };
}

function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <Dialog title={say(words.settings.leave)} onClose={onStay}>
      <p>{say(words.settings.leaveLead)}</p>
      <div class="button-row">
        <button type="button" class="button primary" onClick={onStay}>
          {say(words.settings.stay)}
        </button>
        <button type="button" class="button" data-do="leave" onClick={onLeave}>
          {say(words.settings.leaveAnyway)}
        </button>
      </div>
    </Dialog>
  );
}
