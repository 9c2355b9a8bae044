import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import type { Rules } from './use-rules.ts';

export interface WipeQuestion {
  /** Saves; first it is asked, with the number, where that wipes texts that nobody can bring back. */
  save: () => Promise<void>;
  /** What asks, while it does. */
  dialog: JSX.Element | null;
}

/** Asks, as the service does, that the number of texts that go by a change is confirmed; once more if it is another by then. */
export function useWipeQuestion({ save }: Pick<Rules, 'save'>): WipeQuestion {
  const [count, setCount] = useState<number | null>(null);
  const saveWith = async (confirmed?: number): Promise<void> => {
    setCount(null);
    setCount(await save(confirmed));
  };
  return {
    save: saveWith,
    dialog:
      count === null ? null : (
        <WipeDialog count={count} onGo={() => void saveWith(count)} onCancel={() => setCount(null)} />
      ),
  };
}

function WipeDialog(props: { count: number; onGo: () => void; onCancel: () => void }): JSX.Element {
  const { count, onGo, onCancel } = props;
  const { words, say } = useSpeech();
  const { wipe, wipeLead, wipeYes } = words.settings;
  return (
    <Dialog title={say(wipe, { n: count })} onClose={onCancel}>
      <p>{say(wipeLead, { n: count })}</p>
      <div class="button-row">
        <button type="button" class="button danger" data-do="wipe" onClick={onGo}>
          {say(wipeYes, { n: count })}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {say(words.page.cancel)}
        </button>
      </div>
    </Dialog>
  );
}
