import { useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import { Icon } from './icon.tsx';
import type { Mine } from './mine.tsx';

/** Leads to all that is the reader's own. What it opened stays open when the reader is nobody any more, to say so. */
export function MineButton({ known }: { known: boolean }) {
  const { config, hands, root, words } = useHands();
  const [mine, setMine] = useState<Mine | null>(null);
  const open = () =>
    import('./mine.tsx').then(({ summon }) => summon(root, config)).then(setMine, () => hands.failed());
  return (
    <>
      {known && (
        <button type="button" class="mine plain" part="mine" aria-haspopup="dialog" onClick={() => void open()}>
          <Icon line="M8 8.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4.5 20a7.5 7.5 0 0 1 15 0" />
          <span>{words.say(hands.words.mine)}</span>
        </button>
      )}
      {mine && <mine.Dialog words={mine.words} onClose={() => setMine(null)} />}
    </>
  );
}
